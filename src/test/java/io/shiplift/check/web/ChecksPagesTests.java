package io.shiplift.check.web;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.journal.Journal;
import io.shiplift.migration.FreezeRefused;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.plan.Answers;
import io.shiplift.plan.Plan;
import io.shiplift.security.Member;
import io.shiplift.source.SourceSnapshots;
import io.shiplift.testing.PageTest;
import io.shiplift.testing.ScriptedRunbook;
import io.shiplift.testing.Visitors;
import io.shiplift.testing.Visitors.Clicks;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the page of the checks: looking, accepting, and what that means for a plan.
 */
@PageTest
class ChecksPagesTests {

	@Autowired
	private Migrations migrations;

	@Autowired
	private SourceSnapshots snapshots;

	@Autowired
	private Journal journal;

	@Autowired
	private ScriptedRunbook.Script script;

	@Autowired
	private Clicks clicks;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private String path = "";

	private String id = "";

	@BeforeEach
	void chooseAnApp() {
		this.script.startAfresh();
		Migration made = this.migrations.create("Shop", Visitors.OLGA);
		this.id = made.id();
		this.path = "/migrations/" + this.id + "/checks";
		this.migrations.answer(this.id, made.version(), Answers.none().with("app", Map.of("app", "shop")).toJson(),
				"App chosen", Visitors.OLGA);
	}

	@Test
	void showsWhatTheChecksFindAndNothingBefore() {
		assertThat(page(Visitors.VERA, this.path).text()).contains("Nobody has looked yet")
			.doesNotContain("Start the checks");
		look(app("heroku-20", "web"));
		Document page = page(Visitors.VERA, this.path);
		assertThat(page.select("#stack-end .status-warning").text()).isEqualTo("Look at it");
		assertThat(page.select("#stack-end").text()).contains("Heroku's support for heroku-20 ended on 2025-04-30")
			.contains("heroku stack:set heroku-24 --app shop")
			.contains("Seen");
		assertThat(page.select("#debug .status-waiting").text()).isEqualTo("Not known yet");
		assertThat(page.select("#web-process .status-ok").text()).isEqualTo("Fine");
		assertThat(page.select("form[action*=checks]")).as("a viewer only reads").isEmpty();
		assertThat(page(Visitors.OLGA, "/migrations/" + this.id).text()).contains("Look at the readiness checks")
			.contains("to look at");
	}

	@Test
	void looksAgainAtOneCheck() {
		look(app("heroku-20", "web"));
		assertThat(send(this.path + "/stack-end")).endsWith("/checks#stack-end");
		assertThat(page(Visitors.OLGA, this.path).select("#stack-end .status-ok").text()).isEqualTo("Fine");
	}

	@Test
	void findsNothingInThePracticeWorldThatStopsAPlan() {
		send(this.path);
		Document page = page(Visitors.OLGA, this.path);
		assertThat(page.select(".status-blocker").eachText()).isEmpty();
		assertThat(page.select(".status-warning").eachText()).isNotEmpty();
		assertThat(page.select("#scheduled-jobs").text()).contains("python manage.py clearsessions");
		assertThat(freeze()).isEqualTo(1);
	}

	@Test
	void stopsAPlanThatWouldRunAClockTwice() {
		Migration migration = this.migrations.find(this.id, Visitors.OLGA);
		Answers two = Answers.fromJson(migration.answers()).with("web", Map.of("count", "2"));
		this.migrations.answer(this.id, migration.version(), two.toJson(), "Two machines", Visitors.OLGA);
		send(this.path);
		assertThat(page(Visitors.OLGA, this.path).select("#beat .status-blocker").text()).isEqualTo("Stops the plan");
		assertThatExceptionOfType(FreezeRefused.class).isThrownBy(this::freeze)
			.withMessageContaining("Celery's clock would run on each of the 2 planned machines");
	}

	@Test
	void saysWhenAnAnswerIsTooOld() {
		look(app("heroku-24", "web"));
		this.jdbc.sql("update check_result set seen_at = ?")
			.param(this.clock.instant().minusSeconds(30 * 3600).atOffset(java.time.ZoneOffset.UTC))
			.update();
		Document page = page(Visitors.OLGA, this.path);
		assertThat(page.select("#stack-end").text()).contains("too old, look again");
		assertThat(page.text()).contains("answers are too old");
	}

	@Test
	void stopsThePlanUntilSomebodyTakesTheResponsibility() {
		look(app("container", "web"));
		assertThatExceptionOfType(FreezeRefused.class).isThrownBy(this::freeze)
			.withMessageContaining("Container stack: The app runs from a container image");
		Document form = page(Visitors.OLGA, this.path + "/container-stack/override");
		String hash = form.select("input[name=hash]").val();
		assertThat(hash).hasSize(64);
		MvcTestResult empty = this.clicks.post(Visitors.OLGA, this.path + "/container-stack/override", "reason", " ",
				"hash", hash);
		assertThat(text(empty)).contains("Say why it is right to go on");
		accept("container-stack", hash, "We build from source since Monday.");
		assertThat(page(Visitors.VERA, this.path).select("#container-stack").text()).contains("Accepted")
			.contains("Olga Operator")
			.contains("We build from source since Monday.");
		assertThat(this.journal.newest(1, this.id, null, 10)).anyMatch((entry) -> entry.actor().equals("Olga Operator")
				&& entry.text().contains("We build from source since Monday."));
		assertThat(freeze()).isEqualTo(1);
	}

	@Test
	void takesNoReasonForAnotherFinding() {
		look(app("heroku-24", "worker"));
		String hash = page(Visitors.OLGA, this.path + "/web-process/override").select("input[name=hash]").val();
		accept("web-process", hash, "Nobody visits it.");
		assertThat(freeze()).isEqualTo(1);
		look(app("heroku-24", "importer"));
		assertThat(page(Visitors.OLGA, this.path).select("#web-process .status-blocker").text())
			.isEqualTo("Stops the plan");
		accept("web-process", hash, "Still nobody.");
		assertThatExceptionOfType(FreezeRefused.class).isThrownBy(() -> freezeOther("t4g.large"));
	}

	@Test
	void takesAReasonBack() {
		look(app("container", "web"));
		accept("container-stack",
				page(Visitors.OLGA, this.path + "/container-stack/override").select("input[name=hash]").val(),
				"Never mind.");
		send(this.path + "/container-stack/withdraw");
		assertThatExceptionOfType(FreezeRefused.class).isThrownBy(this::freeze);
	}

	@Test
	void letsNobodyElseIn() {
		assertThat(this.clicks.get(Visitors.STRANGER, this.path)).hasStatus(404);
		assertThat(this.clicks.post(Visitors.STRANGER, this.path)).hasStatus(404);
		assertThat(this.clicks.post(Visitors.STRANGER, this.path + "/debug/override", "reason", "x", "hash", "y"))
			.hasStatus(404);
		assertThat(this.clicks.post(Visitors.STRANGER, this.path + "/debug/withdraw")).hasStatus(404);
		assertThat(this.clicks.post(Visitors.VERA, this.path)).hasStatus(403);
		assertThat(this.clicks.post(Visitors.VERA, this.path + "/debug")).hasStatus(403);
		assertThat(this.clicks.get(Visitors.VERA, this.path + "/debug/override")).hasStatus(403);
		assertThat(this.clicks.post(Visitors.VERA, this.path + "/debug/withdraw")).hasStatus(403);
		assertThat(this.clicks.post(Visitors.OLGA, this.path + "/nonsense")).hasStatus(404);
	}

	private void look(SourceApp app) {
		this.snapshots.keep(this.id, SourceSnapshot.of(app), 1);
	}

	private static SourceApp app(String stack, String process) {
		return new SourceApp("shop", "us", stack,
				List.of(new SourceApp.Process(process, "python " + process + ".py", 1, "Standard-1X")), List.of(),
				List.of(), List.of());
	}

	private void accept(String check, String hash, String reason) {
		this.clicks.post(Visitors.OLGA, this.path + "/" + check + "/override", "reason", reason, "hash", hash);
	}

	private int freeze() {
		return freezeOther("t4g.small");
	}

	private int freezeOther(String machine) {
		Migration migration = this.migrations.find(this.id, Visitors.OLGA);
		Plan plan = ScriptedRunbook.plan(this.id, "Shop");
		Plan changed = new Plan(plan.migrationId(), plan.name(), plan.target(), plan.region(), plan.source(),
				plan.database(), new Plan.Sizes(machine, 2, "db.t4g.medium", 50, false, "cache.t4g.small"),
				plan.config(), plan.dns(), plan.healthPath(), plan.resources(), plan.costs(), plan.mapping());
		return this.migrations.freeze(this.id, migration.version(), changed, Visitors.OLGA).number();
	}

	private String send(String to) {
		MvcTestResult result = this.clicks.post(Visitors.OLGA, to);
		assertThat(result).hasStatus(302);
		return String.valueOf(result.getResponse().getRedirectedUrl());
	}

	private Document page(Member member, String of) {
		MvcTestResult result = this.clicks.get(member, of);
		assertThat(result).hasStatusOk();
		return Jsoup.parse(text(result));
	}

	private static String text(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString();
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
