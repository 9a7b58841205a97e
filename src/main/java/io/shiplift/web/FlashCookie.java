package io.shiplift.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.util.WebUtils;

/**
 * Carries the sentence that a page shows after a redirect ("Roles saved.") in a cookie,
 * so that no node needs a session for it. Only texts can travel.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class FlashCookie implements FlashMapManager {

	static final String NAME = "flash";

	private static final int LONGEST = 600;

	private static final String BETWEEN = "\u001f";

	@Override
	public @Nullable FlashMap retrieveAndUpdate(HttpServletRequest request, HttpServletResponse response) {
		Cookie cookie = WebUtils.getCookie(request, NAME);
		if (cookie == null || !isPage(request)) {
			return null;
		}
		put("", Duration.ZERO, request, response);
		FlashMap texts = new FlashMap();
		texts.putAll(read(cookie.getValue()));
		return texts;
	}

	@Override
	public void saveOutputFlashMap(FlashMap texts, HttpServletRequest request, HttpServletResponse response) {
		if (!texts.isEmpty()) {
			put(write(texts), Duration.ofMinutes(1), request, response);
		}
	}

	/** Pieces of a page that ask meanwhile must not eat the sentence. */
	private static boolean isPage(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return request.getMethod().equals("GET") && request.getHeader("HX-Request") == null && accept != null
				&& accept.contains(MediaType.TEXT_HTML_VALUE);
	}

	private static String write(Map<String, Object> texts) {
		List<String> parts = new ArrayList<>();
		texts.forEach((name, value) -> {
			if (!(value instanceof String text)) {
				throw new IllegalArgumentException("Only texts can be flash attributes, and " + name + " is none");
			}
			parts.add(name);
			parts.add(text.substring(0, Math.min(text.length(), LONGEST)).replace(BETWEEN, " "));
		});
		byte[] bytes = String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static Map<String, String> read(String value) {
		Map<String, String> texts = new LinkedHashMap<>();
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8).split(BETWEEN,
					-1);
			for (int i = 0; i + 1 < parts.length; i += 2) {
				texts.put(parts[i], parts[i + 1]);
			}
		}
		catch (IllegalArgumentException broken) {
			texts.clear();
		}
		return texts;
	}

	private static void put(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(NAME, value)
			.path("/")
			.maxAge(age)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

}
