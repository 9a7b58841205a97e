package io.shiplift.security.signin;

import io.shiplift.security.Member;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * Gives a member a fresh sign-in and a fresh CSRF token in this browser, and says where
 * they wanted to go.
 */
@Component
class Entrance {

	private final SignInContext context;

	private final SignIns signIns;

	private final CsrfTokenRepository tokens;

	private final RequestCache wishes;

	Entrance(SignInContext context, SignIns signIns, CsrfTokenRepository tokens, RequestCache wishes) {
		this.context = context;
		this.signIns = signIns;
		this.tokens = tokens;
		this.wishes = wishes;
	}

	/** Goes on for another team in this browser. */
	void workFor(long teamId, HttpServletRequest request) {
		SignInCookie.read(request).ifPresent((token) -> this.signIns.switchTeam(token, teamId));
	}

	/** Signs in and answers with the redirect. */
	String admit(Member member, HttpServletRequest request, HttpServletResponse response) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(SignInContext.authentication(member));
		SecurityContextHolder.setContext(context);
		this.context.saveContext(context, request, response);
		this.tokens.saveToken(null, request, response);
		SavedRequest wish = this.wishes.getRequest(request, response);
		this.wishes.removeRequest(request, response);
		return "redirect:" + ((wish != null) ? wish.getRedirectUrl() : "/");
	}

}
