package io.shiplift.security.signin;

import java.time.Duration;
import java.util.Optional;

import io.shiplift.security.people.Token;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookie that holds the token of a sign-in. Over https it carries the __Host- prefix,
 * which keeps other hosts and plain http from setting it.
 */
final class SignInCookie {

	private SignInCookie() {
	}

	static Optional<Token> read(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, name(request));
		return Optional.ofNullable(cookie)
			.map(Cookie::getValue)
			.filter((value) -> !value.isBlank() && value.length() <= 64)
			.map(Token::new);
	}

	static void write(Token token, HttpServletRequest request, HttpServletResponse response) {
		put(token.value(), SignIns.LONGEST, request, response);
	}

	static void forget(HttpServletRequest request, HttpServletResponse response) {
		put("", Duration.ZERO, request, response);
	}

	private static void put(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(name(request), value)
			.path("/")
			.maxAge(age)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	private static String name(HttpServletRequest request) {
		return request.isSecure() ? "__Host-shiplift" : "shiplift";
	}

}
