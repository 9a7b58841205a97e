package io.shiplift.security.signin;

import java.util.Map;

import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.util.unit.DataSize;

/**
 * Who may open what, and the headers of every answer. Everything needs a sign-in unless
 * it stands in the list below.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SetupProperties.class)
class SecurityConfiguration {

	/** What a stranger may open. */
	static final String[] OPEN = { "/login", "/setup", "/join", "/help", "/help/**", "/theme", "/assets/**",
			"/webjars/**", "/actuator/health", "/actuator/health/**", "/error" };

	private static final String POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
			"style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "form-action 'self'",
			"base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'");

	private static final String NO_POWERS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

	@Bean
	SecurityFilterChain everything(HttpSecurity http, SignInContext context, CsrfTokenRepository tokens,
			RequestCache wishes, SignOutRecord signOutRecord,
			@Value("${shiplift.backups.largest:20GB}") DataSize largestUpload) {
		return http.securityContext((security) -> security.securityContextRepository(context))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache((cache) -> cache.requestCache(wishes))
			.csrf((csrf) -> csrf.csrfTokenRepository(tokens))
			.addFilterBefore(new FetchSite(), CsrfFilter.class)
			.addFilterBefore(new UploadGuard(2 * largestUpload.toBytes()), CsrfFilter.class)
			.headers(SecurityConfiguration::headers)
			.exceptionHandling((failed) -> failed.authenticationEntryPoint(new SignInFirst()))
			.logout((logout) -> logout.logoutUrl("/logout")
				.addLogoutHandler((LogoutHandler) signOutRecord)
				.logoutSuccessUrl("/login?out"))
			.authorizeHttpRequests((access) -> access
				.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
				.permitAll()
				.requestMatchers(OPEN)
				.permitAll()
				.anyRequest()
				.authenticated())
			.build();
	}

	@Bean
	PasswordEncoder passwordEncoder() {
		return new DelegatingPasswordEncoder("argon2", Map.of("argon2",
				new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2), "bcrypt", new BCryptPasswordEncoder()));
	}

	@Bean
	CsrfTokenRepository csrfTokens() {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName("csrf");
		tokens.setHeaderName("X-CSRF-TOKEN");
		tokens.setCookiePath("/");
		tokens.setCookieCustomizer((cookie) -> cookie.httpOnly(true).sameSite("Lax"));
		return tokens;
	}

	/** Remembers the page a stranger wanted, in a cookie of their own. */
	@Bean
	RequestCache wishes() {
		CookieRequestCache wishes = new CookieRequestCache();
		wishes.setRequestMatcher((request) -> HttpMethod.GET.matches(request.getMethod())
				&& !SignInFirst.isPiece(request) && !request.getRequestURI().endsWith("/login"));
		wishes.setCookieCustomizer((cookie) -> cookie.setAttribute("SameSite", "Lax"));
		return wishes;
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER))
			.crossOriginOpenerPolicy((opener) -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
			.crossOriginResourcePolicy((resource) -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((powers) -> powers.policy(NO_POWERS));
	}

}
