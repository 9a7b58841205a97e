package io.shiplift.security.signin;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.shiplift.security.Member;
import jakarta.servlet.http.Cookie;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Tests that go through every mapping there is, whoever wrote it: what strangers may
 * open, what needs a token, and which headers every answer has.
 */
@PeopleTest
class AccessTests {

	/** What a stranger may ask for; everything else leads to the sign-in page. */
	private static final Set<String> OPEN = Set.of("GET /login", "POST /login", "GET /setup", "POST /setup",
			"GET /join", "POST /join", "GET /help", "POST /theme");

	/** What changes nothing or only one's own things, so that a viewer may do it. */
	private static final Set<String> OWN = Set.of("POST /login", "POST /setup", "POST /join", "POST /theme",
			"POST /account/password", "POST /teams", "POST /teams/{id}/switch", "POST /journal/verify");

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Autowired
	private Harbour harbour;

	@Autowired
	private MockMvcTester mvc;

	private Member ann;

	private List<EveryMapping> all;

	@BeforeEach
	void settle() {
		this.ann = this.harbour.ann();
		this.all = EveryMapping.of(this.mappings);
	}

	@Test
	void strangersGetNoFurtherThanTheSignInPage() {
		Set<String> open = this.all.stream()
			.filter((mapping) -> !leadsToSignIn(answer(mapping, null, true)))
			.map(EveryMapping::toString)
			.collect(Collectors.toSet());
		assertThat(open).isEqualTo(OPEN);
	}

	@Test
	void nothingChangesWithoutTheToken() {
		Cookie ann = new Guest(this.mvc).signedIn("ann@example.org", Harbour.PASSWORD).cookie("shiplift");
		SoftAssertions softly = new SoftAssertions();
		for (EveryMapping mapping : changes()) {
			softly.assertThat(answer(mapping, ann, false).getStatus()).as("%s without token", mapping).isEqualTo(403);
			softly.assertThat(status(mapping, ann, "X-CSRF-TOKEN", "forged")).as("%s forged", mapping).isEqualTo(403);
		}
		softly.assertThat(status(new EveryMapping(HttpMethod.POST, "/logout"), ann, "X", "y")).isEqualTo(403);
		softly.assertAll();
	}

	@Test
	void nothingChangesFromAnotherSiteEvenWithTheToken() {
		Cookie ann = new Guest(this.mvc).signedIn("ann@example.org", Harbour.PASSWORD).cookie("shiplift");
		SoftAssertions softly = new SoftAssertions();
		for (EveryMapping mapping : changes()) {
			for (String site : List.of("cross-site", "same-site")) {
				int status = this.mvc.method(mapping.method())
					.uri(mapping.path())
					.cookie(ann)
					.header("Sec-Fetch-Site", site)
					.with(csrf())
					.exchange()
					.getResponse()
					.getStatus();
				softly.assertThat(status).as("%s from %s", mapping, site).isEqualTo(403);
			}
		}
		softly.assertAll();
	}

	@Test
	void aViewerChangesNothing() {
		this.harbour.joined(this.ann, "vera");
		Cookie vera = new Guest(this.mvc).signedIn("vera@example.org", Harbour.PASSWORD).cookie("shiplift");
		SoftAssertions softly = new SoftAssertions();
		for (EveryMapping mapping : changes()) {
			if (!OWN.contains(mapping.toString())) {
				softly.assertThat(answer(mapping, vera, true).getStatus()).as("%s", mapping).isIn(400, 403, 404, 409);
			}
		}
		softly.assertAll();
	}

	@Test
	void everyAnswerCarriesTheHeaders() {
		Cookie ann = new Guest(this.mvc).signedIn("ann@example.org", Harbour.PASSWORD).cookie("shiplift");
		SoftAssertions softly = new SoftAssertions();
		for (EveryMapping mapping : this.all) {
			check(softly, mapping.toString(), answer(mapping, ann, true));
		}
		check(softly, "missing page", answer(new EveryMapping(HttpMethod.GET, "/nowhere"), ann, true));
		softly.assertAll();
	}

	@Test
	void staticFilesMayBeKeptForEver() {
		String page = assertThat(this.mvc.get().uri("/login")).bodyText().actual();
		String style = page.replaceAll("(?s).*href=\"(/assets/css/app-[0-9a-f]+\\.css)\".*", "$1");
		MockHttpServletResponse response = this.mvc.get().uri(style).exchange().getResponse();
		assertThat(response.getStatus()).isEqualTo(200);
		assertThat(response.getHeader("Cache-Control")).contains("max-age=31536000");
		assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
	}

	private List<EveryMapping> changes() {
		return this.all.stream().filter(EveryMapping::changes).toList();
	}

	private static void check(SoftAssertions softly, String what, MockHttpServletResponse response) {
		softly.assertThat(response.getHeader("Content-Security-Policy"))
			.as("policy of %s", what)
			.contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'",
					"base-uri 'none'", "form-action 'self'")
			.doesNotContain("unsafe", "*", "http:");
		softly.assertThat(response.getHeader("Cache-Control")).as("caching of %s", what).contains("no-store");
		softly.assertThat(response.getHeader("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
		softly.assertThat(response.getHeader("Referrer-Policy")).as(what).isEqualTo("no-referrer");
		softly.assertThat(response.getHeader("Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
		softly.assertThat(response.getHeader("Cross-Origin-Resource-Policy")).as(what).isEqualTo("same-origin");
		softly.assertThat(response.getHeader("Permissions-Policy")).as(what).isNotBlank();
	}

	private static boolean leadsToSignIn(MockHttpServletResponse response) {
		return response.getStatus() == 302 && "/login".equals(response.getRedirectedUrl());
	}

	private MockHttpServletResponse answer(EveryMapping mapping, Cookie cookie, boolean token) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.method(mapping.method())
			.uri(mapping.path())
			.header("Accept", "text/html");
		if (cookie != null) {
			request.cookie(cookie);
		}
		if (token) {
			request.with(csrf());
		}
		return request.exchange().getResponse();
	}

	private int status(EveryMapping mapping, Cookie cookie, String header, String value) {
		return this.mvc.method(mapping.method())
			.uri(mapping.path())
			.cookie(cookie)
			.header(header, value)
			.exchange()
			.getResponse()
			.getStatus();
	}

}
