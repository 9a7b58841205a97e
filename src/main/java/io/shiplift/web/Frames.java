package io.shiplift.web;

import java.time.Clock;
import java.util.Map;

import io.shiplift.security.Member;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Puts a frame together from the request.
 */
class Frames {

	private final Clock clock;

	Frames(Clock clock) {
		this.clock = clock;
	}

	Frame of(HttpServletRequest request) {
		return new Frame(member(), Theme.of(request), path(request), this.clock.instant(), MDC.get(RequestId.KEY),
				flash(request));
	}

	private static Map<String, ?> flash(HttpServletRequest request) {
		Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
		return (flash != null) ? flash : Map.of();
	}

	private static @Nullable Member member() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof Member member) ? member : null;
	}

	private static String path(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String uri = (failed instanceof String text) ? text : request.getRequestURI();
		return uri.substring(request.getContextPath().length());
	}

}
