package io.shiplift.journey;

import java.nio.file.Path;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
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
 * Walks the wizard with a real browser, looking at every page.
 */
class WizardJourneyTests {

	@RegisterExtension
	static final Browser browser = new Browser();

	private static RunningShiplift shiplift;

	private static RunningShiplift.Person olga;

	@BeforeAll
	static void start(@TempDir Path scratch) {
		shiplift = RunningShiplift.onH2(scratch);
		olga = shiplift.newPerson("Olga", "OPERATOR");
	}

	@AfterAll
	static void stop() {
		shiplift.close();
	}

	@Test
	void anOperatorAnswersAndFreezes() {
		Tab tab = browser.open(shiplift).signIn(olga).visit("/migrations").checkPage().screenshot("migrations-empty");
		tab.follow("Start a migration").checkPage().screenshot("migration-new");
		tab.fill("What shall we call it?", "Shop").press("Continue");
		for (int question = 1; question <= 11; question++) {
			tab.checkPage().screenshot("question-" + question);
			tab.press("Continue");
		}
		assertThat(tab.page().title()).startsWith("Check your answers");
		tab.checkPage().screenshot("check").follow("Continue to the plan").checkPage().screenshot("plan");
		tab.press("Freeze plan").checkPage().screenshot("hub");
		tab.follow("Add-ons, databases, names and more").checkPage();
		tab.press("Look again").checkPage().screenshot("source");
		tab.follow("Shop").follow("See the checks").checkPage().screenshot("checks");
		assertThat(tab.page().locator(".status-blocker").count()).isZero();
		tab.page().getByText("Go on in spite of it").first().click();
		tab.press("Accept it").checkPage().screenshot("check-reason-missing");
		tab.fill("Reason", "The staging app shows that it works.").press("Accept it").checkPage();
		PlaywrightAssertions.assertThat(tab.page().locator(".status-skipped").first()).isVisible();
		tab.visit("/migrations").checkPage().screenshot("migrations");
	}

	@Test
	void anErrorKeepsWhatWasTyped() {
		Tab tab = browser.open(shiplift).signIn(olga).expecting("status of 4\\d\\d").visit("/migrations/new");
		tab.fill("What shall we call it?", "Shop/\"two\"").press("Continue").checkPage().screenshot("name-wrong");
		assertThat(tab.page().title()).startsWith("Error: ");
		PlaywrightAssertions.assertThat(tab.page().locator(".error-summary")).isFocused();
		tab.fill("What shall we call it?", "Shop two").press("Continue").press("Continue");
		tab.page().getByText("Another database", new Page.GetByTextOptions().setExact(true)).click();
		tab.fill("Address of another database", "db.example.com").press("Continue");
		tab.checkPage().screenshot("question-wrong");
		PlaywrightAssertions.assertThat(tab.page().getByLabel("Address of another database"))
			.hasValue("db.example.com");
	}

	@Test
	void theBackButtonOffersWhatWasAnswered() {
		Tab tab = browser.open(shiplift).signIn(olga).visit("/migrations/new");
		tab.fill("What shall we call it?", "Shop three").press("Continue").press("Continue").press("Continue");
		tab.page().getByText("More choices").click();
		tab.page().getByText("eu-west-1 (Ireland)").click();
		tab.press("Continue");
		tab.page().goBack();
		assertThat(tab.page().locator("input:checked").inputValue()).isEqualTo("eu-west-1");
		tab.press("Continue");
		assertThat(tab.page().title()).startsWith("Where does each process run");
	}

	@Test
	void twoPeopleSeeBothAnswers() {
		Tab one = browser.open(shiplift).signIn(olga).expecting("status of 409").visit("/migrations/new");
		one.fill("What shall we call it?", "Shop four").press("Continue");
		one.page().navigate(one.page().url().replace("/answers/app", "/answers/check"));
		one.press("Take the proposals for the rest");
		one.page().navigate(one.page().url().replace("/check", "/health"));
		Tab two = browser.open(shiplift).signIn(shiplift.newPerson("Ana", "OPERATOR"));
		two.page().navigate(one.page().url());
		two.fill("Path", "/ana").press("Continue");
		one.fill("Path", "/olga").press("Continue").checkPage().screenshot("conflict");
		assertThat(one.page().locator("h1").textContent()).isEqualTo("Ana changed this");
		one.press("Use my answer");
		assertThat(one.page().locator("main").textContent()).contains("/olga");
	}

}
