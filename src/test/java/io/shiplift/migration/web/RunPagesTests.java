package io.shiplift.migration.web;

import java.time.Duration;
import java.util.List;

import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.Run;
import io.shiplift.migration.RunStatus;
import io.shiplift.migration.Runs;
import io.shiplift.security.Member;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepResult;
import io.shiplift.testing.ManualEngine;
import io.shiplift.testing.PageTest;
import io.shiplift.testing.ScriptedRunbook;
import io.shiplift.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the pages of runs.
 */
@PageTest
class RunPagesTests {

	private static final Member OLGA = Visitors.OLGA;

	@Autowired
	private Visitors.Clicks clicks;

	@Autowired
	private ManualEngine.Driver engine;

	@Autowired
	private ScriptedRunbook.Script script;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Migrations migrations;

	@Autowired
	private Runs runs;

	private Migration migration;

	@BeforeEach
	void freezePlan() {
		this.script.startAfresh();
		Migration made = this.migrations.create("Shop", OLGA);
		this.migrations.freeze(made.id(), made.version(), ScriptedRunbook.plan(made.id(), "Shop"), OLGA);
		this.migration = this.migrations.find(made.id(), OLGA);
	}

	@Test
	void showsARunAtWork() {
		this.script.answer("store", StepResult.underway(Duration.ofSeconds(5), "The bucket is being made", 40));
		Run run = prepare();
		this.engine.runDue();
		assertThat(page("/runs/" + run.id())).contains("<h1>Preparation</h1>", run.reference(), "Step 1 of 2",
				"The bucket is being made", "(40 %)", "no data yet", "status-running", "Cancel this run",
				"hx-sse:connect=\"/events?topics=run:" + run.id());
		assertThat(page("/runs/" + run.id() + "/live")).startsWith("<div id=\"live\"").doesNotContain("<html");
	}

	@Test
	void showsWhatWasDoneAndWhatComesNext() {
		Run run = prepare();
		this.engine.runUntilIdle(20);
		assertThat(page("/runs/" + run.id())).contains("2 of 2 steps done", "uploads", "Start the rehearsal")
			.doesNotContain("hx-sse:connect", "Cancel this run");
		Run second = prepare();
		assertThat(page("/runs/" + second.id())).contains("judging by 1 earlier run");
	}

	@Test
	void escapesWhatTheOutsideSays() {
		this.script.answer("store", StepResult.failed("<script>alert('x')</script>"));
		Run run = prepare();
		this.engine.runDue();
		assertThat(page("/runs/" + run.id())).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
	}

	@Test
	void letsAnOperatorRetry() {
		this.script.answer("store", StepResult.failed("The bucket name is taken."));
		Run run = prepare();
		this.engine.runDue();
		String page = page("/runs/" + run.id());
		assertThat(page).contains("The bucket name is taken.", "Retry</button>", "Mark as done by hand")
			.doesNotContain("/steps/store/skip");
		String token = token(page);
		String retry = "/runs/" + run.id() + "/steps/store/retry";
		assertThat(this.clicks.post(OLGA, retry, "token", token)).hasRedirectedUrl("/runs/" + run.id());
		this.engine.runUntilIdle(20);
		assertThat(this.clicks.post(OLGA, retry, "token", token)).hasRedirectedUrl("/runs/" + run.id());
		assertThat(status(run)).isEqualTo(RunStatus.DONE);
	}

	@Test
	void showsTroubleWithWhatAFinishedStepLeftRunning() {
		this.script.answer("certificate", StepResult.failed("No."));
		Run run = prepare();
		this.engine.runUntilIdle(5);
		this.jdbc.sql("update step_run set problem = 'Nothing keeps up.' where step_key = 'store'").update();
		assertThat(page("/runs/" + run.id())).contains("Nothing keeps up.");
	}

	@Test
	void asksWhyAStepIsSkipped() {
		this.script.answer("certificate", StepResult.failed("No."));
		Run run = prepare();
		this.engine.runUntilIdle(5);
		String skip = "/runs/" + run.id() + "/steps/certificate/skip";
		String token = token(page(skip));
		MvcTestResult empty = this.clicks.post(OLGA, skip, "token", token, "reason", " ");
		assertThat(empty).bodyText().contains("Say why", "Error: Skip");
		MvcTestResult long_ = this.clicks.post(OLGA, skip, "token", token, "reason", "y".repeat(1001));
		assertThat(long_).bodyText().contains("at most 1000", "y".repeat(1001));
		assertThat(this.clicks.post(OLGA, skip, "token", token, "reason", "<b>not needed</b>"))
			.hasRedirectedUrl("/runs/" + run.id());
		assertThat(status(run)).isEqualTo(RunStatus.DONE);
		assertThat(page("/runs/" + run.id())).contains("Skipped", "&lt;b&gt;not needed&lt;/b&gt;");
	}

	@Test
	void marksAStepAsDoneByHand() {
		this.script.answer("store", StepResult.blocked("Make a bucket."));
		Run run = prepare();
		this.engine.runDue();
		assertThat(page("/runs/" + run.id())).contains("Make a bucket.", "Look again now", "Needs you");
		String hand = "/runs/" + run.id() + "/steps/store/by-hand";
		this.clicks.post(OLGA, hand, "token", token(page(hand)), "reason", "made it");
		this.engine.runUntilIdle(20);
		assertThat(status(run)).isEqualTo(RunStatus.DONE);
	}

	@Test
	void saysWhyAStepCannotBeSkipped() {
		this.script.answer("store", StepResult.failed("No."));
		Run run = prepare();
		this.engine.runDue();
		String skip = "/runs/" + run.id() + "/steps/store/skip";
		MvcTestResult refused = this.clicks.post(OLGA, skip, "token", token(page(skip)), "reason", "want to");
		assertThat(refused).hasRedirectedUrl("/runs/" + run.id());
		assertThat(refused.getMvcResult().getFlashMap().get("problem")).asString().contains("cannot be skipped");
	}

	@Test
	void startsARunOnceHoweverOftenTheFormIsSent() {
		String start = "/migrations/" + this.migration.id() + "/runs";
		String token = "0123456789abcdef0123456789abcdef";
		String first = redirect(this.clicks.post(OLGA, start, "kind", "PREPARE", "token", token));
		assertThat(first).startsWith("/runs/");
		assertThat(redirect(this.clicks.post(OLGA, start, "kind", "PREPARE", "token", token))).isEqualTo(first);
		assertThat(this.runs.of(this.migration.id(), OLGA)).hasSize(1);
		MvcTestResult other = this.clicks.post(OLGA, start, "kind", "PREPARE", "token", token.replace('0', 'a'));
		assertThat(other.getMvcResult().getFlashMap().get("problem")).asString().contains("still open");
		assertThat(this.clicks.post(OLGA, start, "kind", "PREPARE")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void asksForTheNameBeforeATeardown() {
		prepare();
		this.engine.runUntilIdle(20);
		String start = "/migrations/" + this.migration.id() + "/runs";
		String page = page(start + "/new?kind=TEARDOWN");
		assertThat(page).contains("Undo: Certificate", "Look for leftovers", "Type Shop to confirm");
		assertThat(this.clicks.post(OLGA, start, "kind", "TEARDOWN", "token", token(page), "name", "shop")).bodyText()
			.contains("exactly as shown", "value=\"shop\"");
		String run = redirect(
				this.clicks.post(OLGA, start, "kind", "TEARDOWN", "token", token(page), "name", " Shop "));
		this.engine.runUntilIdle(20);
		assertThat(page(run)).contains("Undone", "<h1>Teardown</h1>");
	}

	@Test
	void cancelsAfterAsking() {
		this.script.answer("store", StepResult.failed("No."));
		Run run = prepare();
		this.engine.runDue();
		String cancel = "/runs/" + run.id() + "/cancel";
		this.clicks.post(OLGA, cancel, "token", token(page(cancel)));
		assertThat(status(run)).isEqualTo(RunStatus.CANCELLED);
		assertThat(page("/runs/" + run.id())).contains("Start again");
	}

	@Test
	void givesTheLogAsText() {
		Run run = prepare();
		this.engine.runUntilIdle(20);
		MvcTestResult download = this.clicks.get(OLGA, "/runs/" + run.id() + "/log.txt");
		assertThat(download).hasContentTypeCompatibleWith("text/plain").bodyText().contains("File store: done after");
		assertThat(download).headers()
			.hasValue("Content-Disposition", "attachment; filename=\"" + run.reference() + ".txt\"");
	}

	@Test
	void hidesRunsOfOtherTeams() {
		Run run = prepare();
		String path = "/runs/" + run.id();
		for (String get : List.of(path, path + "/live", path + "/log", path + "/log.txt", path + "/cancel",
				path + "/steps/store/skip", path + "/steps/store/by-hand",
				"/migrations/" + this.migration.id() + "/runs/new?kind=TEARDOWN", "/runs/999999", "/runs/abc")) {
			assertThat(this.clicks.get(Visitors.STRANGER, get)).as(get).hasStatus(HttpStatus.NOT_FOUND);
		}
		String token = "0123456789abcdef0123456789abcdef";
		for (String post : List.of(path + "/cancel", path + "/steps/store/retry", path + "/steps/store/skip",
				path + "/steps/store/by-hand", "/migrations/" + this.migration.id() + "/runs")) {
			assertThat(this.clicks.post(Visitors.STRANGER, post, "token", token, "reason", "x", "kind", "PREPARE"))
				.as(post)
				.hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.clicks.get(OLGA, path + "/steps/nothing/skip")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void letsViewersLookButNotAct() {
		this.script.answer("store", StepResult.failed("No."));
		Run run = prepare();
		this.engine.runDue();
		String path = "/runs/" + run.id();
		assertThat(this.clicks.get(Visitors.VERA, path)).hasStatusOk()
			.bodyText()
			.doesNotContain("Retry</button>", "Cancel this run")
			.contains("An operator of the team can retry");
		String token = "0123456789abcdef0123456789abcdef";
		for (String post : List.of(path + "/cancel", path + "/steps/store/retry", path + "/steps/store/skip",
				path + "/steps/store/by-hand", "/migrations/" + this.migration.id() + "/runs")) {
			assertThat(this.clicks.post(Visitors.VERA, post, "token", token, "reason", "x", "kind", "PREPARE")).as(post)
				.hasStatus(HttpStatus.FORBIDDEN);
		}
	}

	private Run prepare() {
		return this.runs.start(this.migration.id(), RunKind.PREPARE, OLGA);
	}

	private RunStatus status(Run run) {
		return this.runs.find(run.id(), OLGA).status();
	}

	private String page(String path) {
		return assertThat(this.clicks.get(OLGA, path)).hasStatusOk().bodyText().actual();
	}

	private static String redirect(MvcTestResult result) {
		return result.getResponse().getRedirectedUrl();
	}

	private static String token(String page) {
		return page.split("name=\"token\" (id=\"token\" )?value=\"")[1].substring(0, 32);
	}

}
