package io.shiplift.journey;

import java.nio.file.Path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.shiplift.testing.Browser;
import io.shiplift.testing.PostgresServer;
import io.shiplift.testing.RunningShiplift;
import io.shiplift.testing.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks a whole migration with two people in a real browser: from a name to traffic on
 * AWS, to the way back, on each database. Pages change by themselves; nothing is reloaded
 * to see a run go on.
 */
class MigrationJourneyTests {

	private static final String FASTER = "shiplift.practice.speed=200";

	@RegisterExtension
	static final Browser browser = new Browser();

	@Test
	void twoPeopleMoveAnAppOnH2(@TempDir Path scratch) {
		try (RunningShiplift shiplift = RunningShiplift.onH2(scratch, FASTER)) {
			walk(shiplift, "h2");
		}
	}

	@Test
	void twoPeopleMoveAnAppOnPostgres(@TempDir Path scratch) {
		try (RunningShiplift shiplift = RunningShiplift.onPostgres(scratch, PostgresServer.freshDatabase(), FASTER)) {
			walk(shiplift, "postgres");
		}
	}

	private static void walk(RunningShiplift shiplift, String database) {
		Tab olga = browser.open(shiplift).signIn(shiplift.newPerson("Olga", "OPERATOR"));
		Tab anton = browser.open(shiplift).signIn(shiplift.newPerson("Anton", "APPROVER"));
		String migration = plan(olga);
		olga.press("Start the preparation");
		olga.checkPage().screenshot(database + "-preparation-running");
		done(olga);
		olga.checkPage().screenshot(database + "-preparation-done");
		olga.press("Start the rehearsal");
		done(olga);
		olga.checkPage().screenshot(database + "-rehearsal-done");
		cutOver(olga, anton, migration, database);
		olga.visit("/history").checkPage().screenshot(database + "-history");
		olga.visit("/migrations/" + migration + "/journal").checkPage().screenshot(database + "-journal");
		olga.visit("/migrations/" + migration + "/practice").checkPage().screenshot(database + "-practice");
		olga.visit("/").checkPage().screenshot(database + "-home");
		olga.page().close();
		anton.page().close();
	}

	private static String plan(Tab olga) {
		olga.visit("/migrations/new").fill("What shall we call it?", "Shop").press("Continue");
		for (int question = 1; question <= 8; question++) {
			olga.press("Continue");
		}
		olga.follow("Continue to the plan").press("Freeze plan");
		String url = olga.page().url();
		return url.substring(url.lastIndexOf('/') + 1);
	}

	private static void cutOver(Tab olga, Tab anton, String migration, String database) {
		String cutover = "/migrations/" + migration + "/cutover";
		olga.visit(cutover).checkPage().screenshot(database + "-cutover-ask");
		olga.fill("Note for the approver", "Quiet evening, support knows").press("Ask for approval");
		anton.visit("/approvals").checkPage().screenshot(database + "-approvals").follow("Cutover of Shop");
		anton.checkPage().screenshot(database + "-cutover-decide");
		anton.page().getByText("Approve", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).click();
		anton.fill("Reason", "Rehearsed an hour ago").press("Give this decision");
		olga.visit(cutover).checkPage().screenshot(database + "-cutover-start");
		olga.fill("Type Shop to start", "Shop").press("Start the cutover");
		byHand(olga, database);
		done(olga);
		olga.checkPage().screenshot(database + "-cutover-done");
	}

	private static void byHand(Tab olga, String database) {
		Locator mark = olga.page().locator("#step-scheduler").getByText("Mark as done by hand");
		PlaywrightAssertions.assertThat(mark).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
		olga.checkPage().screenshot(database + "-cutover-needs-you");
		mark.click();
		olga.fill("Reason", "Both jobs are off on the dashboard").press("Mark as done");
	}

	private static void done(Tab tab) {
		PlaywrightAssertions.assertThat(tab.page().locator(".run-state .status"))
			.hasText("Done", new LocatorAssertions.HasTextOptions().setTimeout(120_000));
	}

}
