package io.shiplift.security.signin;

import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.shiplift.security.Member;
import io.shiplift.security.Presence;
import io.shiplift.security.people.Token;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/**
 * Looks again whether the cookie of a request still stands for the same person and team.
 */
@Component
class SignInPresence implements Presence {

	private final SignIns signIns;

	SignInPresence(SignIns signIns) {
		this.signIns = signIns;
	}

	@Override
	public BooleanSupplier of(HttpServletRequest request, Member member) {
		Optional<Token> token = SignInCookie.read(request);
		return () -> token.flatMap(this.signIns::look)
			.filter((now) -> now.userId() == member.userId() && now.teamId() == member.teamId())
			.isPresent();
	}

}
