package io.shiplift.web;

import java.util.List;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.WebUtils;

/**
 * The colours a browser asked for; kept in a cookie so that the server can write them
 * into the first byte of a page and nothing flashes.
 */
final class Theme {

	static final String COOKIE = "theme";

	static final List<String> NAMES = List.of("auto", "light", "dark");

	private Theme() {
	}

	static String of(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		return known((cookie != null) ? cookie.getValue() : "");
	}

	static String known(String name) {
		return NAMES.contains(name) ? name : NAMES.getFirst();
	}

}
