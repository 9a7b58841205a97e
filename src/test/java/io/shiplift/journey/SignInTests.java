package io.shiplift.journey;

import java.nio.file.Path;
import java.util.List;

import io.shiplift.testing.Browser;
import io.shiplift.testing.RunningShiplift;
import io.shiplift.testing.Tab;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signs in with a real browser.
 */
class SignInTests {

	@RegisterExtension
	static final Browser browser = new Browser();

	private static RunningShiplift shiplift;

	@BeforeAll
	static void start(@TempDir Path scratch) {
		shiplift = RunningShiplift.onH2(scratch);
	}

	@AfterAll
	static void stop() {
		shiplift.close();
	}

	@Test
	void everybodyCanReadTheSignInPage() {
		browser.open(shiplift).visit("/login").checkPage().screenshot("sign-in");
	}

	@Test
	void aWrongPasswordIsNamed() {
		Tab tab = browser.open(shiplift).visit("/login").fill("E-mail", "nobody@example.com");
		tab.expecting("status of 4\\d\\d").fill("Password", "not this one").press("Sign in");
		assertThat(tab.page().title()).startsWith("Error: ");
		tab.checkPage().screenshot("sign-in-wrong");
	}

	@Test
	void anAdminLooksAround() {
		Tab tab = browser.open(shiplift).signIn(RunningShiplift.ADMIN).checkPage().screenshot("home-empty");
		for (String path : List.of("/people", "/people/new", "/connections", "/connections/new", "/teams", "/account",
				"/help")) {
			tab.visit(path).checkPage().screenshot("admin" + path.replace('/', '-'));
		}
	}

	@Test
	void aNewPersonJoinsByLink() {
		RunningShiplift.Person person = shiplift.newPerson("Olga", "OPERATOR");
		Tab tab = browser.open(shiplift).signIn(person);
		assertThat(tab.page().locator(".you-name").textContent()).contains("Olga");
	}

	@Test
	void aMissingPageSaysSo() {
		Tab tab = browser.open(shiplift).signIn(RunningShiplift.ADMIN).expecting("status of 404");
		tab.visit("/migrations/zzzzzzzz").checkPage().screenshot("missing");
	}

}
