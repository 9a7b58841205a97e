package io.shiplift.web;

import java.util.Set;

import io.shiplift.security.Member;
import io.shiplift.security.Role;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

/**
 * Tests for the frame of every page.
 */
@WebMvcTest(HomeController.class)
class FrameTests {

	private static final Member ANN = new Member(1, "Ann Bell", 1, "Harbour", Set.of(Role.VIEWER));

	@Autowired
	private MockMvcTester mvc;

	@Test
	void showsWhoIsHereAndWhere() {
		String page = page("/");
		assertThat(page).contains("<title>Home - Shiplift</title>")
			.contains("Ann Bell")
			.contains("Harbour")
			.contains("aria-current=\"page\">Home</a>")
			.contains("data-bs-theme=\"auto\"")
			.contains("hx-headers:inherited=\"{&quot;X-CSRF-TOKEN&quot;:&quot;");
	}

	@Test
	void namesStaticFilesByTheirContent() {
		assertThat(page("/help")).containsPattern("/assets/css/app-[0-9a-f]{32}\\.css")
			.containsPattern("/assets/js/htmx-4\\.0\\.1\\.min-[0-9a-f]{32}\\.js")
			.containsPattern("bootstrap\\.min-[0-9a-f]{32}\\.css");
	}

	private String page(String path) {
		TestingAuthenticationToken ann = new TestingAuthenticationToken(ANN, null, "ROLE_VIEWER");
		return assertThat(this.mvc.get().uri(path).with(authentication(ann))).hasStatusOk().bodyText().actual();
	}

}
