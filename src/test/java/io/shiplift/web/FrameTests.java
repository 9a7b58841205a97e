package io.shiplift.web;

import java.util.List;
import java.util.Set;

import io.shiplift.journal.Journal;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Tests for the frame of every page.
 */
@WebMvcTest({ HomeController.class, ThemeController.class })
class FrameTests {

	private static final Member ANN = new Member(1, "Ann Bell", 1, "Harbour", Set.of(Role.VIEWER));

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private HomeView view;

	@MockitoBean
	private Journal journal;

	@BeforeEach
	void standEmpty() {
		given(this.view.of(ANN)).willReturn(new Home(List.of(), List.of(), List.of()));
	}

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

	@Test
	void writesTheChosenColoursIntoTheFirstByte() {
		assertThat(this.mvc.get().uri("/help").cookie(new Cookie("theme", "dark")).with(ann())).bodyText()
			.contains("data-bs-theme=\"dark\"")
			.contains("aria-pressed=\"true\">Dark</button>");
		assertThat(this.mvc.get().uri("/help").cookie(new Cookie("theme", "\"><script>")).with(ann())).bodyText()
			.contains("data-bs-theme=\"auto\"");
	}

	@Test
	void remembersTheColoursAndGoesBackOnlyToOurOwnPages() {
		assertThat(choose("dark", "/people")).hasRedirectedUrl("/people").cookies().hasValue("theme", "dark");
		assertThat(choose("pink", "https://evil.example/")).hasRedirectedUrl("/").cookies().hasValue("theme", "auto");
		assertThat(choose("light", "//evil.example/")).hasRedirectedUrl("/");
		assertThat(choose("light", "/\\evil.example")).hasRedirectedUrl("/");
		assertThat(choose("light", "/a\r\nSet-Cookie: b=c")).hasRedirectedUrl("/");
	}

	@Test
	void tellsAnOperatorHowToBegin() {
		Member olga = new Member(2, "Olga", 1, "Harbour", Set.of(Role.VIEWER, Role.OPERATOR));
		given(this.view.of(olga)).willReturn(new Home(List.of(), List.of(), List.of()));
		assertThat(page("/")).contains("No migrations yet").doesNotContain("/migrations/new");
		assertThat(this.mvc.get().uri("/").with(authentication(new TestingAuthenticationToken(olga, null, "ROLE_X"))))
			.bodyText()
			.contains("/migrations/new");
	}

	private MvcTestResult choose(String theme, String back) {
		return this.mvc.post()
			.uri("/theme")
			.param("theme", theme)
			.param("back", back)
			.with(ann())
			.with(csrf())
			.exchange();
	}

	private static RequestPostProcessor ann() {
		return authentication(new TestingAuthenticationToken(ANN, null, "ROLE_VIEWER"));
	}

	private String page(String path) {
		return assertThat(this.mvc.get().uri(path).with(ann())).hasStatusOk().bodyText().actual();
	}

}
