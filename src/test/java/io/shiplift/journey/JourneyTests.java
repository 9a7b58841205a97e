package io.shiplift.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.shiplift.testing.Browser;
import io.shiplift.testing.PostgresServer;
import io.shiplift.testing.RunningShiplift;
import io.shiplift.testing.RunningShiplift.Person;
import io.shiplift.testing.Shores;
import io.shiplift.testing.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks a whole practice migration with two people in a real browser: from the first
 * question to the moved traffic and the way back. What it took is left in
 * {@code target/journey-*.txt}, and a picture of each page in {@code target/screenshots}.
 */
class JourneyTests {

	@RegisterExtension
	static final Browser browser = new Browser();

	/** The default speed takes as long as people wait; more spares the tests that. */
	private static final String SPEED = "shiplift.practice.speed="
			+ System.getProperty("shiplift.journey.speed", "100");

	private static final double PATIENCE = Duration.ofMinutes(4).toMillis();

	private String database = "";

	@Test
	void movesAnAppOnH2(@TempDir Path scratch) throws IOException {
		this.database = "h2";
		try (RunningShiplift shiplift = RunningShiplift.onH2(scratch, SPEED)) {
			walk(shiplift);
		}
	}

	@Test
	void movesAnAppOnPostgres(@TempDir Path scratch) throws IOException {
		this.database = "postgres";
		try (RunningShiplift shiplift = RunningShiplift.onPostgres(scratch, PostgresServer.freshDatabase(), SPEED)) {
			walk(shiplift);
		}
	}

	private void walk(RunningShiplift shiplift) throws IOException {
		Person olga = shiplift.newPerson("Olga", "OPERATOR");
		Person axel = shiplift.newPerson("Axel", "APPROVER");
		Tab operator = browser.open(shiplift);
		long began = System.nanoTime();
		operator.signIn(olga);
		look(operator, "home-at-first");
		String migration = plan(operator);
		long planned = System.nanoTime();
		prepare(operator);
		rehearse(operator);
		ask(operator, migration);
		approve(browser.open(shiplift).signIn(axel));
		cutOver(operator, migration);
		long moved = System.nanoTime();
		Shores shores = new Shores(shiplift.home());
		assertThat(shores.target(migration)).isNotEmpty().containsExactlyInAnyOrderEntriesOf(shores.source(migration));
		report(operator, planned - began, moved - planned);
		lookBack(operator, migration);
		goBack(operator, migration);
		browser.closeTabs();
	}

	private String plan(Tab operator) {
		operator.follow("Start a migration");
		look(operator, "wizard-name");
		operator.fill("What shall we call it?", "Shop").press("Continue");
		for (int question = 1; !operator.path().endsWith("/check"); question++) {
			look(operator, "wizard-" + question);
			operator.press("Continue");
		}
		look(operator, "wizard-check");
		operator.follow("Continue to the plan");
		look(operator, "plan");
		operator.press("Freeze plan");
		look(operator, "hub");
		return operator.path().substring("/migrations/".length());
	}

	private void prepare(Tab operator) {
		operator.press("Start the preparation");
		watch(operator, "prepare");
	}

	private void rehearse(Tab operator) {
		operator.press("Start the rehearsal");
		watch(operator, "rehearsal");
	}

	private void ask(Tab operator, String migration) {
		operator.follow("Go to the cutover");
		assertThat(operator.path()).isEqualTo("/migrations/" + migration + "/cutover");
		look(operator, "cutover-ask");
		operator.fill("Note for the approver", "The rehearsal went well, support has been told.");
		operator.press("Ask for approval");
		look(operator, "cutover-asked");
	}

	private void approve(Tab approver) {
		look(approver, "home-approver");
		approver.visit("/approvals");
		look(approver, "approvals");
		approver.follow("Cutover of Shop");
		look(approver, "cutover-decide");
		approver.page().getByLabel("Approve").check();
		approver.fill("Reason", "I have seen the rehearsal.").press("Give this decision");
		look(approver, "cutover-decided");
	}

	private void cutOver(Tab operator, String migration) {
		// The operator's page has changed by itself meanwhile.
		operator.page().getByLabel("Type Shop to start").waitFor(new Locator.WaitForOptions().setTimeout(30_000));
		assertThat(operator.path()).isEqualTo("/migrations/" + migration + "/cutover");
		operator.fill("Type Shop to start", "Shop").press("Start the cutover");
		watch(operator, "cutover");
	}

	private void lookBack(Tab operator, String migration) {
		String base = "/migrations/" + migration;
		for (String path : List.of("/", "/migrations", base, base + "/cutover", base + "/plans/1", base + "/journal",
				base + "/practice", "/approvals", "/history", "/journal")) {
			operator.visit(path);
			look(operator, "later" + path.replace(base, "/migration").replace('/', '-'));
		}
	}

	private void goBack(Tab operator, String migration) {
		operator.visit("/migrations/" + migration + "/runs/new?kind=RETURN");
		look(operator, "return-ask");
		operator.fill("Type Shop to confirm", "Shop").press("Go back to Heroku");
		watch(operator, "return");
		operator.visit("/migrations/" + migration + "/runs/new?kind=TEARDOWN");
		look(operator, "teardown-ask");
		operator.fill("Type Shop to confirm", "Shop").press("Tear it down");
		watch(operator, "teardown");
	}

	/**
	 * Looks at a run until it is done, on a page that is not loaded again but where a
	 * person has to act.
	 */
	private void watch(Tab tab, String name) {
		Page page = tab.page();
		page.waitForURL("**/runs/*");
		look(tab, "run-" + name);
		while (true) {
			page.evaluate("window.loadedOnce = true");
			page.waitForCondition(() -> isDone(page) || needsPerson(page),
					new Page.WaitForConditionOptions().setTimeout(PATIENCE));
			assertThat(page.evaluate("window.loadedOnce")).as("the page changed by itself").isEqualTo(true);
			if (isDone(page)) {
				look(tab, "run-" + name + "-done");
				return;
			}
			look(tab, "run-" + name + "-needs-you");
			tab.follow("Mark as done by hand");
			look(tab, "run-" + name + "-by-hand");
			tab.fill("Reason", "It is done, I looked.").press("Mark as done");
			page.waitForURL("**/runs/*");
		}
	}

	private static boolean isDone(Page page) {
		assertThat(page.locator(".trouble-failed").allTextContents()).as("failed steps").isEmpty();
		return page.locator(".run-state .status-done").count() > 0;
	}

	private static boolean needsPerson(Page page) {
		return page.locator(".trouble-needs_person").count() > 0;
	}

	private void look(Tab tab, String name) {
		tab.checkPage().screenshot("journey-" + this.database + "-" + name);
	}

	private void report(Tab operator, long planning, long moving) throws IOException {
		Files.writeString(Path.of("target", "journey-" + this.database + ".txt"),
				"Clicks of the operator: %d%nFrom sign-in to the frozen plan: %d s%nFrom there to the finished cutover: %d s%n"
					.formatted(operator.clicks(), Duration.ofNanos(planning).toSeconds(),
							Duration.ofNanos(moving).toSeconds()));
	}

}
