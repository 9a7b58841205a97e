package io.shiplift.migration.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.shiplift.credentials.Connection;
import io.shiplift.heroku.Herokus;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.Run;
import io.shiplift.migration.RunStatus;
import io.shiplift.migration.Runs;
import io.shiplift.migration.SourceLooks;
import io.shiplift.plan.Answers;
import io.shiplift.plan.Plan.SourceDatabase;
import io.shiplift.plan.Plan.SourceDatabase.Kind;
import io.shiplift.plan.Plan.SourceDatabase.Method;
import io.shiplift.source.SourceChange;
import io.shiplift.step.RunKind;
import io.shiplift.testing.ManualEngine;
import io.shiplift.testing.Pilot;
import io.shiplift.testing.RunbookTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Tests that nothing starts upon an old look at the app, through a whole practice move.
 */
@RunbookTest
class RelookTests {

	private static final Duration OLD = Duration.ofMinutes(11);

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pilot pilot;

	@Autowired
	Migrations migrations;

	@Autowired
	Runs runs;

	@Autowired
	SourceLooks looks;

	@Autowired
	Herokus herokus;

	@Autowired
	ManualEngine.Driver engine;

	@Autowired
	JdbcClient jdbc;

	/** Whoever sends forms is known by name. */
	@BeforeEach
	void settle() {
		if (this.jdbc.sql("select count(*) from person where id = 1").query(Integer.class).single() == 0) {
			this.jdbc.sql("insert into team (id, name, created_at) values (1, 'Team', now())").update();
			this.jdbc.sql(
					"insert into person (id, email, name, disabled, created_at) values (1, 'olga@example.com', 'Olga Operator', false, now())")
				.update();
			this.jdbc.sql("insert into membership (id, team_id, person_id) values (1, 1, 1)").update();
			this.jdbc.sql("insert into membership_role (membership_id, role) values (1, 'OPERATOR')").update();
		}
	}

	@Test
	void looksAgainBeforeARehearsalAndBeforeACutover() {
		Migration migration = seen();
		this.engine.tick(OLD);
		Run unchanged = start(migration, "/runs", rehearsal());
		assertThat(looksAt(migration)).as("an old look is not relied on").isEqualTo(2);
		this.pilot.done(unchanged);

		this.engine.tick(OLD);
		scale(migration, 3);
		assertThat(warning(migration, "/runs", rehearsal(), ""))
			.startsWith(
					"The app changed since it was last looked at (one change). worker was 1 \u00d7 Standard-1X, celery")
			.contains("and is 3 \u00d7 Standard-1X", "then start the rehearsal again.");
		assertThat(this.runs.of(migration.id(), Pilot.OLGA)).extracting(Run::kind).containsOnlyOnce(RunKind.REHEARSAL);
		this.pilot.done(start(migration, "/runs", rehearsal()));

		Run cutover = this.pilot.approvedCutover(migration, null);
		this.engine.tick(OLD);
		scale(migration, 1);
		Map<String, String> named = Map.of("run", Long.toString(cutover.id()), "name", "Shop", "token",
				FormUser.fresh());
		assertThat(warning(migration, "/cutover/start", named, "/cutover")).contains(
				"worker was 3 \u00d7 Standard-1X, celery", "and is 1 \u00d7 Standard-1X",
				"then start the cutover again.");
		assertThat(this.pilot.now(cutover).status()).isNotEqualTo(RunStatus.RUNNING);
		assertThat(start(migration, "/cutover/start", named).id()).isEqualTo(cutover.id());
		this.pilot.pauseScheduler(cutover);
		this.pilot.done(cutover);
		assertThat(said()).contains("Looked at the app shop: nothing changed", "Looked at the app shop: one change");
	}

	/** A migration that is prepared and whose app was looked at. */
	private Migration seen() {
		Migration migration = this.pilot.migration();
		migration = this.migrations.answer(migration.id(), migration.version(),
				Answers.none().with("app", Map.of("app", "shop")).toJson(), "App chosen", Pilot.OLGA);
		this.looks.look(migration, Pilot.OLGA);
		return this.pilot.prepare(migration, new SourceDatabase(Kind.HEROKU, "", 0, "", "", "", Method.WINDOW));
	}

	private void scale(Migration migration, int workers) {
		this.herokus.open(new Connection.Practice(migration.id())).scale("shop", Map.of("worker", workers));
	}

	private static Map<String, String> rehearsal() {
		return Map.of("kind", "REHEARSAL", "token", FormUser.fresh());
	}

	/** What the form answers instead of starting. */
	private String warning(Migration migration, String form, Map<String, String> fields, String page) {
		MvcTestResult result = send(migration, form, fields);
		assertThat(result).hasRedirectedUrl("/migrations/" + migration.id() + page);
		Migration now = this.migrations.find(migration.id(), Pilot.OLGA);
		assertThat(this.looks.changes(now, this.looks.newest(now).orElseThrow())).extracting(SourceChange::part)
			.containsExactly("Processes");
		return String.valueOf(result.getMvcResult().getFlashMap().get("warning"));
	}

	private Run start(Migration migration, String form, Map<String, String> fields) {
		String run = String.valueOf(send(migration, form, fields).getResponse().getRedirectedUrl());
		assertThat(run).matches("/runs/\\d+");
		return this.runs.find(Long.parseLong(run.substring("/runs/".length())), Pilot.OLGA);
	}

	private MvcTestResult send(Migration migration, String form, Map<String, String> fields) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri("/migrations/" + migration.id() + form);
		fields.forEach(request::param);
		return request.with(authentication(new TestingAuthenticationToken(Pilot.OLGA, null, "ROLE_USER")))
			.with(csrf())
			.exchange();
	}

	private int looksAt(Migration migration) {
		return this.jdbc.sql("select count(*) from source_snapshot where migration_id = ?")
			.param(migration.id())
			.query(Integer.class)
			.single();
	}

	private List<String> said() {
		return this.jdbc.sql("select text from journal").query(String.class).list();
	}

}
