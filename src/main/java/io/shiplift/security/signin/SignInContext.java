package io.shiplift.security.signin;

import java.util.List;
import java.util.function.Supplier;

import io.shiplift.security.Member;
import io.shiplift.security.people.Token;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Finds the signed-in member by the cookie of the request, and only when somebody asks:
 * style sheets cost no query.
 */
@Component
class SignInContext implements SecurityContextRepository {

	private final SignIns signIns;

	SignInContext(SignIns signIns) {
		this.signIns = signIns;
	}

	@Override
	public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
		return new Deferred(SingletonSupplier.of(() -> load(request)));
	}

	@Override
	@SuppressWarnings("deprecation")
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return load(holder.getRequest());
	}

	/** Called with a member to sign in, and with nobody to sign out. */
	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		SignInCookie.read(request).ifPresent(this.signIns::end);
		Authentication authentication = context.getAuthentication();
		if (authentication != null && authentication.getPrincipal() instanceof Member member) {
			Token token = this.signIns.begin(member.userId(), member.teamId());
			SignInCookie.write(token, request, response);
		}
		else {
			SignInCookie.forget(request, response);
		}
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return SignInCookie.read(request).isPresent();
	}

	static Authentication authentication(Member member) {
		List<GrantedAuthority> authorities = member.roles()
			.stream()
			.<GrantedAuthority>map((role) -> new SimpleGrantedAuthority("ROLE_" + role.name()))
			.toList();
		return UsernamePasswordAuthenticationToken.authenticated(member, null, authorities);
	}

	private SecurityContext load(HttpServletRequest request) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		SignInCookie.read(request)
			.flatMap(this.signIns::look)
			.ifPresent((member) -> context.setAuthentication(authentication(member)));
		return context;
	}

	/**
	 * A context that is loaded at the first look.
	 */
	private record Deferred(Supplier<SecurityContext> context) implements DeferredSecurityContext {

		@Override
		public SecurityContext get() {
			return this.context.get();
		}

		@Override
		public boolean isGenerated() {
			return get().getAuthentication() == null;
		}

	}

}
