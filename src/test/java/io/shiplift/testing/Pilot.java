package io.shiplift.testing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.shiplift.approval.Approvals;
import io.shiplift.credentials.Connection;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.Fact;
import io.shiplift.fact.SourceApp;
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
import io.shiplift.plan.Planner;
import io.shiplift.plan.Questions;
import io.shiplift.plan.Setting;
import io.shiplift.practice.database.PracticeDatabases;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import io.shiplift.source.SourceInspector;
import io.shiplift.step.RunKind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Steers migrations of the practice shop through their runs, as operator and approver.
 */
public class Pilot {

	public static final Member OLGA = new Member(1, "Olga Operator", 1, "Team", Set.of(Role.OPERATOR));

	public static final Member ANTON = new Member(2, "Anton Approver", 1, "Team", Set.of(Role.APPROVER));

	private final Migrations migrations;

	private final Runs runs;

	private final Approvals approvals;

	private final Plans plans;

	private final Facts facts;

	private final PracticeDatabases databases;

	private final ManualEngine.Driver engine;

	Pilot(Migrations migrations, Runs runs, Approvals approvals, Plans plans, Facts facts, PracticeDatabases databases,
			ManualEngine.Driver engine) {
		this.migrations = migrations;
		this.runs = runs;
		this.approvals = approvals;
		this.plans = plans;
		this.facts = facts;
		this.databases = databases;
		this.engine = engine;
	}

	/** A migration of the shop without a plan. */
	public Migration migration() {
		return this.migrations.create("Shop", OLGA);
	}

	/** A migration whose AWS side is prepared, with a plan for this source database. */
	public Migration prepared(SourceDatabase database) {
		return prepare(migration(), database);
	}

	/** Freezes a plan for this source database and prepares the AWS side. */
	public Migration prepare(Migration migration, SourceDatabase database) {
		this.migrations.freeze(migration.id(), migration.version(), this.plans.of(migration.id(), database), OLGA);
		done(start(migration, RunKind.PREPARE));
		return migration;
	}

	public Run start(Migration migration, RunKind kind) {
		return this.runs.start(migration.id(), kind, OLGA);
	}

	/** A rehearsal that went well. */
	public Run rehearse(Migration migration) {
		return done(start(migration, RunKind.REHEARSAL));
	}

	/** A cutover that was asked for, approved and started. */
	public Run startCutover(Migration migration) {
		return startCutover(migration, null);
	}

	public Run startCutover(Migration migration, @Nullable Instant abortBy) {
		Run cutover = approvedCutover(migration, abortBy);
		this.approvals.start(cutover.id(), "Shop", OLGA);
		pauseScheduler(cutover);
		return cutover;
	}

	/** A cutover that was asked for and approved, but not started. */
	public Run approvedCutover(Migration migration, @Nullable Instant abortBy) {
		Run cutover = this.approvals.request(migration.id(), "tonight", abortBy, OLGA);
		this.approvals.decide(cutover.id(), true, cutover.planHash(), "rehearsed well", ANTON);
		return cutover;
	}

	/** Goes back to Heroku. */
	public Run goBack(Migration migration) {
		Run back = start(migration, RunKind.RETURN);
		pauseScheduler(back);
		return done(back);
	}

	/** Drives a run to its end and expects that all went well. */
	public Run done(Run run) {
		driveTo(run, (now) -> now.status().isOver() || now.status() == RunStatus.WAITING);
		Run ended = now(run);
		assertThat(ended.steps()).as(ended.kind() + ": " + problems(ended))
			.allMatch((step) -> step.status() == StepStatus.DONE);
		assertThat(ended.status()).isEqualTo(RunStatus.DONE);
		return ended;
	}

	/** Drives until a step needs somebody, and answers what it says. */
	public String stuck(Run run, String step) {
		driveTo(run, (now) -> now.status() == RunStatus.WAITING);
		return step(run, step).problem();
	}

	public void driveTo(Run run, Predicate<Run> reached) {
		for (int round = 0; round < 20_000; round++) {
			this.engine.runUntilIdle(1);
			if (reached.test(now(run))) {
				return;
			}
		}
		throw new AssertionError("Not reached: " + problems(now(run)));
	}

	/** The run as it is now. */
	public Run now(Run run) {
		return this.runs.find(run.id(), OLGA);
	}

	public StepRun step(Run run, String key) {
		return now(run).step(key).orElseThrow();
	}

	/** A fact that the run left. */
	public <F extends Fact> F left(Run run, Class<F> type) {
		return this.facts.find(run.migrationId(), run.id(), type).orElseThrow();
	}

	/** Takes a row from the copy of a run. */
	public void deleteOneCopiedRow(Run run) {
		client(this.databases.targetMaster().withDatabase(left(run, DataCopied.class).destination().database()))
			.sql("delete from shop_orderline where id = (select min(id) from shop_orderline)")
			.update();
	}

	/** The shop's database in the world of a migration. */
	public JdbcClient source(Migration migration) {
		return client(this.databases.source(migration.id()));
	}

	/** Says that the jobs of the Scheduler were paused by hand. */
	public void pauseScheduler(Run run) {
		driveTo(run, (now) -> now.step("scheduler").orElseThrow().status() == StepStatus.NEEDS_PERSON);
		this.runs.doneByHand(run.id(), "scheduler", "did it on the dashboard", OLGA);
	}

	private static JdbcClient client(DatabaseAddress address) {
		return JdbcClient.create(new DriverManagerDataSource(
				"jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.database(), address.user(),
				address.password()));
	}

	private static List<String> problems(Run run) {
		return run.steps()
			.stream()
			.filter((step) -> step.status() != StepStatus.DONE)
			.map((StepRun step) -> step.key() + " " + step.status() + " " + step.problem() + " " + step.note())
			.toList();
	}

	/** Plans of the shop as the wizard proposes them. */
	public static class Plans {

		private final Connections connections;

		private final SourceInspector inspector;

		private final Questions questions;

		private final Planner planner;

		Plans(Connections connections, SourceInspector inspector, Questions questions, Planner planner) {
			this.connections = connections;
			this.inspector = inspector;
			this.questions = questions;
			this.planner = planner;
		}

		Plan of(String migrationId, SourceDatabase database) {
			Connection connection = this.connections.of(migrationId);
			SourceApp app = this.inspector.inspect(connection, "shop").orElseThrow();
			Setting setting = new Setting(this.inspector.apps(connection), app, Answers.none());
			Plan plan = this.planner.plan(migrationId, "Shop", app, this.questions.proposed(setting), List.of());
			return new Plan(migrationId, plan.name(), plan.target(), plan.region(), app, database, plan.sizes(),
					plan.config(), plan.dns(), plan.healthPath(), plan.resources(), plan.costs(), plan.mapping());
		}

	}

}
