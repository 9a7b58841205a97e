package io.shiplift.approval.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.shiplift.approval.Approvals;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.Destination;
import io.shiplift.fact.Fact;
import io.shiplift.fact.Measured;
import io.shiplift.fact.Released;
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
import io.shiplift.testing.Queries;
import io.shiplift.testing.Scene;
import io.shiplift.testing.ScriptedRunbook;
import io.shiplift.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the pages of cutovers, decisions and history.
 */
@PageTest
class CutoverPagesTests {

	private static final Member OLGA = Visitors.OLGA;

	private static final Member ADA = Visitors.ADA;

	private static final String TOKEN = "0123456789abcdef0123456789abcdef";

	@Autowired
	private Visitors.Clicks clicks;

	@Autowired
	private Scene scene;

	@Autowired
	private ManualEngine.Driver engine;

	@Autowired
	private ScriptedRunbook.Script script;

	@Autowired
	private Clock clock;

	@Autowired
	private Migrations migrations;

	@Autowired
	private Runs runs;

	@Autowired
	private Approvals approvals;

	@Autowired
	private Queries.Count queries;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper json;

	private Migration migration;

	private String cutover;

	@BeforeEach
	void freezePlan() {
		this.migration = this.scene.drafted();
		this.cutover = "/migrations/" + this.migration.id() + "/cutover";
	}

	@Test
	void saysWhatIsMissing() {
		assertThat(page(OLGA, this.cutover)).contains("Too early");
		this.scene.freeze(this.migration);
		assertThat(page(OLGA, this.cutover)).contains("things are missing", "Prepare AWS with plan 1 first.",
				"Not yet possible: Prepare AWS", "Ada Approver", "Point of no return");
		MvcTestResult early = this.clicks.post(OLGA, this.cutover + "/request", "note", "now", "token", TOKEN);
		assertThat(early).hasRedirectedUrl(this.cutover);
		assertThat(early.getMvcResult().getFlashMap().get("problem")).asString().contains("Prepare AWS");
	}

	@Test
	void goesFromRequestOverDecisionToStart() {
		rehearse();
		String page = page(OLGA, this.cutover);
		assertThat(page).contains("All is as it should be", "1 min 34 s", "200,000 rows in 12 tables",
				"Ask for approval");
		assertThat(this.clicks.post(OLGA, this.cutover + "/request", "note", "  ", "token", TOKEN)).bodyText()
			.contains("Say why now");
		ask("Quiet <b>hour</b>");
		assertThat(page(OLGA, this.cutover)).contains("You asked for this cutover", "Quiet &lt;b&gt;hour&lt;/b&gt;")
			.doesNotContain("Give this decision");
		assertThat(page(OLGA, "/approvals")).contains("Nothing waits for you", "Waits for others");
		assertThat(page(ADA, "/approvals")).contains("For you to decide", "Cutover of Shop");
		decide("approve");
		assertThat(page(ADA, this.cutover)).contains("Approved, waits to be started")
			.doesNotContain("Start the cutover");
		Run run = run();
		String id = String.valueOf(run.id());
		assertThat(this.clicks.post(OLGA, this.cutover + "/start", "run", id, "name", "Shopping", "token", TOKEN))
			.bodyText()
			.contains("exactly as shown", "value=\"Shopping\"");
		assertThat(this.clicks.post(OLGA, this.cutover + "/start", "run", id, "name", "Shop", "token", TOKEN))
			.hasRedirectedUrl("/runs/" + id);
		assertThat(this.clicks.post(OLGA, this.cutover + "/start", "run", id, "name", "Shop", "token", TOKEN))
			.hasRedirectedUrl("/runs/" + id);
		this.engine.runUntilIdle(20);
		assertThat(this.runs.find(run.id(), OLGA).status()).isEqualTo(RunStatus.DONE);
		assertThat(page(OLGA, this.cutover)).contains("Traffic runs on AWS");
		assertThat(page(OLGA, "/history?kind=cutover&result=done"))
			.contains("Cutover " + run.reference(), "Olga Operator", "Ada Approver")
			.doesNotContain("Rehearsal RUN");
		assertThat(page(ADA, "/approvals")).contains("Decided lately", "Because &lt;i&gt;");
		assertThat(page(OLGA, "/migrations/" + this.migration.id() + "/runs/new?kind=RETURN"))
			.contains("point of no return has been passed", "Undo: Move the traffic", "Type Shop to confirm");
	}

	@Test
	void tellsHowItWentAgainstTheForecast() {
		rehearse();
		ask("tonight");
		decide("approve");
		Run run = run();
		this.clicks.post(OLGA, this.cutover + "/start", "run", String.valueOf(run.id()), "name", "Shop", "token",
				TOKEN);
		this.engine.runUntilIdle(20);
		assertThat(page(OLGA, this.cutover)).contains("Traffic runs on AWS").doesNotContain("How it went");
		left(run, new Released("shop.example.com", 72));
		assertThat(page(OLGA, this.cutover))
			.contains("How it went", "1 min 12 s", "1 min 34 s", "23 % shorter than forecast")
			.doesNotContain("The copy alone");
		left(run, new DataCopied("job", new Destination("host", 5432, "shop", "shop", "secret", false), 1, Map.of(),
				new Measured("WINDOW", 1, 1, 1, 1, Map.of("rows", 40_000L), 30, "1 rehearsal of 20 Nov")));
		assertThat(page(OLGA, this.cutover)).contains("The copy alone took", "forecast were 30 s",
				"made from 1 rehearsal of 20 Nov");
	}

	/** As a step of the run would leave it. */
	private void left(Run run, Fact fact) {
		this.jdbc
			.sql("insert into fact (migration_id, run_id, run_kind, step_key, type, document, at, retracted)"
					+ " values (?, ?, 'CUTOVER', 'release', ?, ?, ?, false)")
			.params(run.migrationId(), run.id(), fact.getClass().getSimpleName(), this.json.writeValueAsString(fact),
					OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
	}

	@Test
	void asksForAReasonAndKeepsWhatWasTyped() {
		rehearse();
		ask("please");
		String decision = this.cutover + "/decision";
		String id = String.valueOf(run().id());
		assertThat(this.clicks.post(ADA, decision, "run", id, "choice", "approve", "reason", "", "plan", hash(),
				"token", TOKEN))
			.bodyText()
			.contains("Give a reason", "checked=\"checked\"");
		assertThat(this.clicks.post(ADA, decision, "run", id, "choice", "maybe", "reason", "typed before", "plan",
				hash(), "token", TOKEN))
			.bodyText()
			.contains("Choose one.", "typed before");
		assertThat(run().status()).isEqualTo(RunStatus.REQUESTED);
	}

	@Test
	void refusesAWindowThatIsTooShort() {
		rehearse();
		String request = this.cutover + "/request";
		assertThat(this.clicks.post(OLGA, request, "note", "now", "abortBy", "tonight", "token", TOKEN)).bodyText()
			.contains("Type a day and a time in UTC", "value=\"tonight\"");
		assertThat(this.clicks.post(OLGA, request, "note", "now", "abortBy", typed(-60), "token", TOKEN)).bodyText()
			.contains("is over. Now it is");
		assertThat(this.clicks.post(OLGA, request, "note", "now", "abortBy", typed(80), "token", TOKEN)).bodyText()
			.contains("The forecast is 94 s without the app", "choose a later time");
		assertThat(this.runs.of(this.migration.id(), OLGA)).noneMatch((run) -> run.kind() == RunKind.CUTOVER);
	}

	@Test
	void doesNotStartWhenTheWindowHasBecomeTooShort() {
		rehearse();
		this.clicks.post(OLGA, this.cutover + "/request", "note", "now", "abortBy", typed(300), "token", TOKEN);
		decide("approve");
		assertThat(page(OLGA, this.cutover)).contains("Must serve again by", "The window is long enough",
				"All is as it should be");
		this.engine.tick(Duration.ofMinutes(4));
		assertThat(page(OLGA, this.cutover)).contains("choose a later time", "One thing is missing");
		MvcTestResult late = this.clicks.post(OLGA, this.cutover + "/start", "run", String.valueOf(run().id()), "name",
				"Shop", "token", TOKEN);
		assertThat(late.getMvcResult().getFlashMap().get("problem")).asString()
			.contains("The forecast is 94 s without the app");
		assertThat(run().status()).isEqualTo(RunStatus.APPROVED);
	}

	@Test
	void refusesADecisionOnAnotherPlan() {
		rehearse();
		ask("please");
		MvcTestResult stale = this.clicks.post(ADA, this.cutover + "/decision", "run", String.valueOf(run().id()),
				"choice", "approve", "reason", "fine", "plan", "0".repeat(64), "token", TOKEN);
		assertThat(stale.getMvcResult().getFlashMap().get("problem")).asString().contains("showed another plan");
		MvcTestResult own = this.clicks.post(OLGA, this.cutover + "/decision", "run", String.valueOf(run().id()),
				"choice", "approve", "reason", "fine", "plan", hash(), "token", TOKEN);
		assertThat(own.getMvcResult().getFlashMap().get("problem")).asString().contains("somebody else");
	}

	@Test
	void saysThatAnEditVoidsTheRequest() {
		rehearse();
		ask("please");
		this.engine.tick(Duration.ofMinutes(1));
		Migration now = this.migrations.find(this.migration.id(), OLGA);
		this.migrations.answer(now.id(), now.version(), "{}", "Region changed", OLGA);
		assertThat(page(ADA, this.cutover)).contains("edited after the request").doesNotContain("Give this decision");
		this.clicks.post(OLGA, this.cutover + "/withdraw", "run", String.valueOf(run().id()), "token", TOKEN);
		assertThat(run().status()).isEqualTo(RunStatus.REJECTED);
		assertThat(page(ADA, "/approvals")).contains("Withdrawn");
	}

	@Test
	void doesNotStartWhatWasApprovedBeforeAnEdit() {
		rehearse();
		ask("please");
		decide("approve");
		this.engine.tick(Duration.ofMinutes(1));
		Migration now = this.migrations.find(this.migration.id(), OLGA);
		this.migrations.answer(now.id(), now.version(), "{}", "Took over a what-if", OLGA);
		assertThat(page(OLGA, this.cutover)).contains("edited after the request");
		MvcTestResult start = this.clicks.post(OLGA, this.cutover + "/start", "run", String.valueOf(run().id()), "name",
				"Shop", "token", TOKEN);
		assertThat(start.getMvcResult().getFlashMap().get("problem")).asString().contains("edited after the request");
		assertThat(run().status()).isEqualTo(RunStatus.APPROVED);
	}

	@Test
	void offersTheWayBackWhenACutoverStopped() {
		rehearse();
		ask("please");
		decide("approve");
		this.script.answer("verify", StepResult.failed("12 rows differ."));
		Run run = run();
		this.approvals.start(run.id(), "Shop", OLGA);
		this.engine.runUntilIdle(20);
		assertThat(page(OLGA, "/runs/" + run.id())).contains("12 rows differ.", "then you can go back to Heroku");
		assertThat(page(OLGA, this.cutover)).contains("under way");
		this.runs.cancel(run.id(), OLGA);
		assertThat(page(OLGA, "/runs/" + run.id())).contains("Go back to Heroku", "nothing is lost");
		String back = "/migrations/" + this.migration.id() + "/runs";
		assertThat(page(OLGA, back + "/new?kind=RETURN")).contains("Nothing is lost", "Undo: Maintenance page on")
			.doesNotContain("to confirm");
		assertThat(this.clicks.post(OLGA, back, "kind", "RETURN", "token", TOKEN)).hasStatus3xxRedirection();
		this.engine.runUntilIdle(20);
		assertThat(this.runs.of(this.migration.id(), OLGA).getFirst().status()).isEqualTo(RunStatus.DONE);
		assertThat(page(OLGA, this.cutover)).contains("Ask for approval");
	}

	@Test
	void hidesCutoversOfOtherTeamsAndKeepsToRoles() {
		rehearse();
		ask("please");
		String run = String.valueOf(run().id());
		for (String get : List.of(this.cutover, this.cutover + "/live")) {
			assertThat(this.clicks.get(Visitors.STRANGER, get)).as(get).hasStatus(HttpStatus.NOT_FOUND);
		}
		for (String act : List.of("/request", "/decision", "/start", "/withdraw")) {
			String[] form = { "run", run, "note", "n", "choice", "approve", "reason", "r", "plan", hash(), "name",
					"Shop", "token", TOKEN };
			assertThat(this.clicks.post(Visitors.STRANGER, this.cutover + act, form)).as(act)
				.hasStatus(HttpStatus.NOT_FOUND);
			assertThat(this.clicks.post(Visitors.VERA, this.cutover + act, form)).as(act)
				.hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(page(Visitors.STRANGER, "/approvals")).doesNotContain("Cutover of");
		assertThat(page(Visitors.STRANGER, "/history")).contains("No runs yet");
		assertThat(page(Visitors.VERA, this.cutover)).doesNotContain("Give this decision", "Withdraw the request");
	}

	@Test
	void asksTheDatabaseTheSameNumberOfTimesHoweverMuchThereIs() {
		rehearse();
		ask("please");
		List<String> paths = List.of("/history", "/approvals", "/journal", this.cutover, "/runs/" + run().id(),
				"/migrations/" + this.migration.id());
		paths.forEach((path) -> page(ADA, path));
		List<Integer> few = paths.stream().map(this::count).toList();
		for (int more = 0; more < 12; more++) {
			withdraw();
			ask("again " + more);
		}
		assertThat(paths.stream().map(this::count).toList()).isEqualTo(few);
		assertThat(few).allMatch((count) -> count <= 20, "at most 20 statements: " + few);
	}

	@Test
	void pagesThroughHistoryAndJournal() {
		rehearse();
		for (int more = 0; more < 52; more++) {
			ask("again " + more);
			withdraw();
		}
		String first = page(OLGA, "/history?kind=cutover");
		assertThat(first).contains("Older").doesNotContain("Newest</a>");
		String older = first.split("href=\"/history\\?kind=cutover&amp;result=&amp;before=")[1].split("\"")[0];
		assertThat(page(OLGA, "/history?kind=cutover&before=" + older)).contains("Newest").doesNotContain("Older</a>");
		assertThat(page(OLGA, "/journal")).contains("Olga Operator", "withdraws the request", "Older");
		String journal = "/migrations/" + this.migration.id() + "/journal";
		assertThat(page(OLGA, journal)).contains("Shop");
		assertThat(this.clicks.get(Visitors.STRANGER, journal)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(page(Visitors.STRANGER, "/journal")).doesNotContain("withdraws");
		MvcTestResult verified = this.clicks.post(OLGA, "/journal/verify");
		assertThat(verified.getMvcResult().getFlashMap().get("done")).asString().startsWith("Verified: all");
	}

	private int count(String path) {
		return this.queries.of(() -> page(ADA, path));
	}

	private void rehearse() {
		this.scene.rehearse(this.scene.freeze(this.migration));
	}

	private void ask(String note) {
		String token = page(OLGA, this.cutover).split("name=\"token\" value=\"")[1].substring(0, 32);
		assertThat(this.clicks.post(OLGA, this.cutover + "/request", "note", note, "token", token))
			.hasRedirectedUrl(this.cutover);
	}

	private void decide(String choice) {
		assertThat(this.clicks.post(ADA, this.cutover + "/decision", "run", String.valueOf(run().id()), "choice",
				choice, "reason", "Because <i>", "plan", hash(), "token", TOKEN))
			.hasRedirectedUrl(this.cutover);
	}

	private void withdraw() {
		this.approvals.withdraw(run().id(), OLGA);
	}

	/** So many seconds from now, as a browser sends a time. */
	private String typed(long seconds) {
		return LocalDateTime.ofInstant(this.clock.instant().plusSeconds(seconds), ZoneOffset.UTC).toString();
	}

	private Run run() {
		return this.runs.of(this.migration.id(), OLGA).getFirst();
	}

	private String hash() {
		return run().planHash();
	}

	private String page(Member member, String path) {
		return assertThat(this.clicks.get(member, path)).hasStatusOk().bodyText().actual();
	}

}
