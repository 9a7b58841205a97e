package io.shiplift.security.signin;

import io.shiplift.security.Member;
import io.shiplift.security.PeopleChanged;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Tells that somebody signed out.
 */
@Component
class SignOutRecord implements LogoutHandler {

	private final ApplicationEventPublisher events;

	SignOutRecord(ApplicationEventPublisher events) {
		this.events = events;
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		if (authentication != null && authentication.getPrincipal() instanceof Member member) {
			this.events.publishEvent(PeopleChanged.by(member, PeopleChanged.Kind.SIGNED_OUT, "Signed out"));
		}
	}

}
