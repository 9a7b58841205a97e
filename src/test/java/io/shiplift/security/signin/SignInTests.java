package io.shiplift.security.signin;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import io.shiplift.security.people.TeamPeople;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for signing in, staying in and being put out.
 */
@PeopleTest
class SignInTests {

	private static final String ANN = "ann@example.org";

	@Autowired
	private Harbour harbour;

	@Autowired
	private TeamPeople people;

	@Autowired
	private SettableClock clock;

	@Autowired
	private MockMvcTester mvc;

	private Member ann;

	@BeforeEach
	void settle() {
		this.clock.tick(Duration.ofHours(1));
		this.ann = this.harbour.ann();
	}

	@Test
	void goesToThePageThatWasWanted() {
		Guest guest = new Guest(this.mvc);
		assertThat(guest.get("/people/new")).hasRedirectedUrl("/login");
		assertThat(guest.signIn(ANN, Harbour.PASSWORD).getResponse().getRedirectedUrl()).endsWith("/people/new");
	}

	@Test
	void givesACookieThatScriptsAndOtherSitesCannotUse() {
		MvcTestResult result = new Guest(this.mvc).signIn("  ANN@example.org ", Harbour.PASSWORD);
		Cookie cookie = result.getResponse().getCookie("shiplift");
		assertThat(cookie).isNotNull();
		assertThat(cookie.isHttpOnly()).isTrue();
		assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
		assertThat(cookie.getPath()).isEqualTo("/");
		assertThat(cookie.getValue()).hasSizeGreaterThanOrEqualTo(43);
		assertThat(this.harbour.count("sign_in where token_hash = '" + cookie.getValue() + "'")).isZero();
	}

	@Test
	void marksTheCookieForHttpsOnlyWhenTheRequestIs() {
		MvcTestResult result = this.mvc.post()
			.uri("/login")
			.secure(true)
			.with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
			.param("username", ANN)
			.param("password", Harbour.PASSWORD)
			.exchange();
		Cookie cookie = result.getResponse().getCookie("__Host-shiplift");
		assertThat(cookie).isNotNull();
		assertThat(cookie.getSecure()).isTrue();
	}

	@Test
	void neverKeepsATokenThatWasThereBefore() {
		Guest guest = new Guest(this.mvc).with(new Cookie("shiplift", "planted"));
		guest.signedIn(ANN, Harbour.PASSWORD);
		String first = guest.cookie("shiplift").getValue();
		assertThat(first).isNotEqualTo("planted");
		guest.signedIn(ANN, Harbour.PASSWORD);
		assertThat(guest.cookie("shiplift").getValue()).isNotEqualTo(first);
		assertThat(new Guest(this.mvc).with(new Cookie("shiplift", first)).get("/")).hasRedirectedUrl("/login");
	}

	@Test
	void endsAfterEightIdleHoursAndAfterADay() {
		Guest guest = new Guest(this.mvc).signedIn(ANN, Harbour.PASSWORD);
		for (int hour = 0; hour < 21; hour += 7) {
			this.clock.tick(Duration.ofHours(7));
			assertThat(guest.get("/account")).hasStatusOk();
		}
		this.clock.tick(Duration.ofHours(4));
		assertThat(guest.get("/account")).hasRedirectedUrl("/login");
		Guest idle = new Guest(this.mvc).signedIn(ANN, Harbour.PASSWORD);
		this.clock.tick(Duration.ofHours(8));
		assertThat(idle.get("/account")).hasRedirectedUrl("/login");
	}

	@Test
	void signingOutEndsItOnTheServerToo() {
		Guest guest = new Guest(this.mvc).signedIn(ANN, Harbour.PASSWORD);
		Cookie kept = guest.cookie("shiplift");
		assertThat(guest.post("/logout")).hasRedirectedUrl("/login?out");
		assertThat(guest.cookie("shiplift")).isNull();
		assertThat(new Guest(this.mvc).with(kept).get("/account")).hasRedirectedUrl("/login");
	}

	@Test
	void aDisabledPersonIsOutAtTheNextClick() {
		Member ben = this.harbour.joined(this.ann, "ben", Role.OPERATOR);
		Guest guest = new Guest(this.mvc).signedIn("ben@example.org", Harbour.PASSWORD);
		assertThat(guest.get("/people")).hasStatusOk();
		this.people.disable(this.ann, ben.userId());
		assertThat(guest.get("/people")).hasRedirectedUrl("/login");
		assertThat(guest.signIn("ben@example.org", Harbour.PASSWORD)).bodyText()
			.contains("E-mail or password is wrong");
		this.people.enable(this.ann, ben.userId());
		assertThat(guest.get("/people")).as("an old sign-in stays dead").hasRedirectedUrl("/login");
		guest.signedIn("ben@example.org", Harbour.PASSWORD);
	}

	@Test
	void aChangedRoleIsFeltAtTheNextClick() {
		Member ben = this.harbour.joined(this.ann, "ben", Role.ADMIN);
		Guest guest = new Guest(this.mvc).signedIn("ben@example.org", Harbour.PASSWORD);
		assertThat(guest.get("/people/new")).hasStatusOk();
		this.people.changeRoles(this.ann, ben.userId(), java.util.Set.of(Role.OPERATOR));
		assertThat(guest.get("/people/new")).hasStatus(403).bodyText().contains("This needs the role admin");
		this.people.remove(this.ann, ben.userId());
		assertThat(guest.get("/people")).hasRedirectedUrl("/login");
	}

	@Test
	void saysTheSameForAWrongPasswordAndAnUnknownPerson() {
		String wrong = text(new Guest(this.mvc).at("192.0.2.2").signIn(ANN, "something else here"));
		String unknown = text(new Guest(this.mvc).at("192.0.2.3").signIn("nobody@example.org", "something else here"));
		assertThat(unknown.replace("nobody@example.org", ANN)).isEqualTo(wrong);
		assertThat(wrong).contains("E-mail or password is wrong", "Error: Sign in");
	}

	@Test
	void makesGuessersWait() {
		Guest guesser = new Guest(this.mvc).at("192.0.2.66");
		for (int i = 0; i < 5; i++) {
			guesser.signIn(ANN, "wrong password " + i);
		}
		assertThat(guesser.signIn(ANN, Harbour.PASSWORD)).bodyText().contains("too many wrong tries");
		new Guest(this.mvc).at("192.0.2.7").signedIn(ANN, Harbour.PASSWORD);
		this.clock.tick(Duration.ofSeconds(2));
		guesser.signedIn(ANN, Harbour.PASSWORD);
	}

	@Test
	void aNewPasswordPutsOtherBrowsersOut() {
		Guest here = new Guest(this.mvc).signedIn(ANN, Harbour.PASSWORD);
		Guest there = new Guest(this.mvc).signedIn(ANN, Harbour.PASSWORD);
		assertThat(here.post("/account/password", "present", "not this one", "chosen", "another quiet lamp")).bodyText()
			.contains("This is not your present password");
		assertThat(here.post("/account/password", "present", Harbour.PASSWORD, "chosen", "another quiet lamp"))
			.hasRedirectedUrl("/account");
		assertThat(here.get("/account")).hasStatusOk().bodyText().contains("Your password was changed");
		assertThat(there.get("/account")).hasRedirectedUrl("/login");
		new Guest(this.mvc).signedIn(ANN, "another quiet lamp");
	}

	@Test
	void aPieceOfAPageIsToldToReload() {
		MvcTestResult piece = this.mvc.get().uri("/people").header("HX-Request", "true").exchange();
		assertThat(piece).hasStatus(401).hasHeader("HX-Refresh", "true");
		assertThat(this.mvc.get().uri("/people").header("Accept", "text/event-stream").exchange()).hasStatus(401);
	}

	@Test
	void aStyleSheetCostsNoLook() {
		Guest guest = new Guest(this.mvc).with(new Cookie("shiplift", "whatever"));
		assertThat(guest.get("/assets/css/app.css")).hasStatusOk();
	}

	private static String text(MvcTestResult result) {
		return assertThat(result).bodyText()
			.actual()
			.replaceAll("(?s)name=\"_csrf\" value=\"[^\"]*\"", "")
			.replaceAll("X-CSRF-TOKEN[^}]*", "")
			.replaceAll("data-now=\"[^\"]*\"", "");
	}

}
