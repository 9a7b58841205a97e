package io.shiplift.security.signin;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody but those who are signed in send files, and none that is far too large, as
 * files are written to disk before anything else looks at them.
 */
class UploadGuard extends OncePerRequestFilter {

	/** Archives of code are small, whatever backups may be. */
	private static final long MOST_CODE = 513_000_000;

	private final long most;

	UploadGuard(long most) {
		this.most = most;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String type = request.getContentType();
		if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
			chain.doFilter(request, response);
			return;
		}
		Authentication person = SecurityContextHolder.getContext().getAuthentication();
		if (person == null || !person.isAuthenticated()) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
		else if (tooLarge(request)) {
			response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	/** An archive of code must say how large it is, so that it cannot fill the disk. */
	private boolean tooLarge(HttpServletRequest request) {
		long length = request.getContentLengthLong();
		boolean code = request.getRequestURI().endsWith("/code/archive");
		boolean open = length < 0 && request.getHeader("Transfer-Encoding") != null;
		return code ? open || length > MOST_CODE : length > this.most;
	}

}
