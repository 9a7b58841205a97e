package io.shiplift.steps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.shiplift.approval.Approvals;
import io.shiplift.credentials.Connection;
import io.shiplift.data.BackupFiles;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.DataVerified;
import io.shiplift.fact.SourceApp;
import io.shiplift.journal.Journal;
import io.shiplift.migration.Connections;
import io.shiplift.migration.Facts;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.Run;
import io.shiplift.migration.RunStatus;
import io.shiplift.migration.Runs;
import io.shiplift.migration.StepRun;
import io.shiplift.migration.StepStatus;
import io.shiplift.plan.Answers;
import io.shiplift.plan.Plan;
import io.shiplift.plan.Plan.SourceDatabase;
import io.shiplift.plan.Plan.SourceDatabase.Kind;
import io.shiplift.plan.Plan.SourceDatabase.Method;
import io.shiplift.plan.Planner;
import io.shiplift.plan.Questions;
import io.shiplift.plan.Setting;
import io.shiplift.practice.database.PracticeDatabases;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import io.shiplift.source.SourceInspector;
import io.shiplift.step.RunKind;
import io.shiplift.testing.ManualEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the runbook with data that comes out of backup files.
 */
@SpringBootTest(properties = { "db-scheduler.enabled=false", "shiplift.practice.speed=2000",
		"spring.datasource.url=jdbc:h2:mem:backups;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000" })
@Import(ManualEngine.class)
class BackupRunbookTests {

	static final Member OLGA = new Member(1, "Olga Operator", 1, "Team", Set.of(Role.OPERATOR));

	static final Member ANTON = new Member(2, "Anton Approver", 1, "Team", Set.of(Role.APPROVER));

	@TempDir
	static Path home;

	@Autowired
	Migrations migrations;

	@Autowired
	Runs runs;

	@Autowired
	Approvals approvals;

	@Autowired
	Connections connections;

	@Autowired
	SourceInspector inspector;

	@Autowired
	Questions questions;

	@Autowired
	Planner planner;

	@Autowired
	Journal journal;

	@Autowired
	BackupFiles files;

	@Autowired
	Facts facts;

	@Autowired
	PracticeDatabases databases;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ManualEngine.Driver engine;

	@DynamicPropertySource
	static void home(DynamicPropertyRegistry registry) {
		registry.add("shiplift.home", () -> home.toString());
	}

	@Test
	void restoresWhatHerokuCaptured() {
		Migration migration = frozen(Method.BACKUP, null);
		Run rehearsal = this.runs.start(migration.id(), RunKind.REHEARSAL, OLGA);
		done(rehearsal);
		DataCopied rehearsed = this.facts.find(migration.id(), rehearsal.id(), DataCopied.class).orElseThrow();
		assertThat(rehearsed.secondsByPhase()).containsKeys("capture", "fetch", "rows", "indexes");
		Run cutover = startCutover(migration);
		done(cutover);
		DataVerified verified = this.facts.find(migration.id(), cutover.id(), DataVerified.class).orElseThrow();
		assertThat(verified.rows()).isGreaterThan(50_000);
		assertThat(this.jdbc.sql("select number from practice_heroku_backup where world = ?")
			.param(migration.id())
			.query(Integer.class)
			.list()).containsExactlyInAnyOrder(1, 2);
		assertThat(this.journal.brokenAt()).isEmpty();
	}

	@Test
	void restoresWhatSomebodyUploadedAndStopsAtADifference() throws Exception {
		String world = this.migrations.create("Shop", OLGA).id();
		DatabaseAddress shop = this.databases.source(world);
		Path file = home.resolve("mine.dump");
		ProcessBuilder dump = new ProcessBuilder("pg_dump", "-Fc", "-N", "_heroku", "-f", file.toString(), "-h",
				shop.host(), "-p", Integer.toString(shop.port()), "-U", shop.user(), shop.database());
		dump.environment().put("PGPASSWORD", shop.password());
		assertThat(dump.inheritIO().start().waitFor()).isZero();
		Migration migration = frozen(Method.WINDOW, file);
		Run rehearsal = this.runs.start(migration.id(), RunKind.REHEARSAL, OLGA);
		driveTo(rehearsal, (run) -> run.step("copy").orElseThrow().status() == StepStatus.DONE);
		DataCopied copied = this.facts.find(migration.id(), rehearsal.id(), DataCopied.class).orElseThrow();
		DatabaseAddress target = this.databases.targetMaster().withDatabase(copied.destination().database());
		JdbcClient
			.create(new DriverManagerDataSource(
					"jdbc:postgresql://" + target.host() + ":" + target.port() + "/" + target.database(), target.user(),
					target.password()))
			.sql("delete from shop_orderline where id = (select min(id) from shop_orderline)")
			.update();
		driveTo(rehearsal, (run) -> run.status() == RunStatus.WAITING);
		assertThat(this.runs.find(rehearsal.id(), OLGA).step("verify").orElseThrow().problem())
			.contains("shop_orderline")
			.contains("in the backup but");
		this.runs.cancel(rehearsal.id(), OLGA);
		done(this.runs.start(migration.id(), RunKind.REHEARSAL, OLGA));
		done(startCutover(migration));
	}

	private Migration frozen(Method method, @Nullable Path upload) {
		Migration migration = this.migrations.create("Shop", OLGA);
		Plan plan = plan(migration.id());
		SourceDatabase database = new SourceDatabase(Kind.HEROKU, "", 0, "", "", "", method);
		if (upload != null) {
			try (InputStream content = Files.newInputStream(upload)) {
				database = new SourceDatabase(Kind.FILE, "", 0, this.files.keep(migration.id(), content), "", "",
						method);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		Plan changed = new Plan(plan.migrationId(), plan.name(), plan.target(), plan.region(), plan.source(), database,
				plan.sizes(), plan.config(), plan.dns(), plan.healthPath(), plan.resources(), plan.costs());
		this.migrations.freeze(migration.id(), migration.version(), changed, OLGA);
		done(this.runs.start(migration.id(), RunKind.PREPARE, OLGA));
		return migration;
	}

	private Run startCutover(Migration migration) {
		Run cutover = this.approvals.request(migration.id(), "tonight", OLGA);
		this.approvals.decide(cutover.id(), true, cutover.planHash(), "rehearsed well", ANTON);
		this.approvals.start(cutover.id(), "Shop", OLGA);
		pauseScheduler(cutover);
		return cutover;
	}

	private void pauseScheduler(Run run) {
		driveTo(run, (now) -> now.step("scheduler").orElseThrow().status() == StepStatus.NEEDS_PERSON);
		this.runs.doneByHand(run.id(), "scheduler", "did it on the dashboard", OLGA);
	}

	private Plan plan(String migrationId) {
		Connection connection = this.connections.of(migrationId);
		SourceApp app = this.inspector.inspect(connection, "shop").orElseThrow();
		Setting setting = new Setting(this.inspector.apps(connection), app, Answers.none());
		return this.planner.plan(migrationId, "Shop", app, this.questions.proposed(setting), List.of());
	}

	private void done(Run run) {
		driveTo(run, (now) -> now.status().isOver() || now.status() == RunStatus.WAITING);
		Run ended = this.runs.find(run.id(), OLGA);
		assertThat(ended.steps()).as(ended.kind() + ": " + problems(ended))
			.allMatch((step) -> step.status() == StepStatus.DONE);
		assertThat(ended.status()).isEqualTo(RunStatus.DONE);
	}

	private void driveTo(Run run, Predicate<Run> reached) {
		for (int round = 0; round < 20_000; round++) {
			this.engine.runUntilIdle(1);
			Run now = this.runs.find(run.id(), OLGA);
			if (reached.test(now)) {
				return;
			}
		}
		throw new AssertionError("Not reached: " + problems(this.runs.find(run.id(), OLGA)));
	}

	private static List<String> problems(Run run) {
		return run.steps()
			.stream()
			.filter((step) -> step.status() != StepStatus.DONE)
			.map((StepRun step) -> step.key() + " " + step.status() + " " + step.problem() + " " + step.note())
			.toList();
	}

}
