package io.shiplift.steps;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.shiplift.approval.Approvals;
import io.shiplift.credentials.Connection;
import io.shiplift.fact.SourceApp;
import io.shiplift.journal.Journal;
import io.shiplift.migration.Connections;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.Run;
import io.shiplift.migration.RunStatus;
import io.shiplift.migration.Runs;
import io.shiplift.migration.StepRun;
import io.shiplift.migration.StepStatus;
import io.shiplift.plan.Answers;
import io.shiplift.plan.Plan;
import io.shiplift.plan.Planner;
import io.shiplift.plan.Questions;
import io.shiplift.plan.Setting;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import io.shiplift.source.SourceInspector;
import io.shiplift.step.RunKind;
import io.shiplift.testing.ManualEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the whole runbook in the practice world: every run kind, with real databases.
 */
@SpringBootTest(properties = { "db-scheduler.enabled=false", "shiplift.practice.speed=2000",
		"spring.datasource.url=jdbc:h2:mem:runbook;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000" })
@Import(ManualEngine.class)
class RunbookTests {

	static final Member OLGA = new Member(1, "Olga Operator", 1, "Team", Set.of(Role.OPERATOR));

	static final Member ANTON = new Member(2, "Anton Approver", 1, "Team", Set.of(Role.APPROVER));

	@TempDir
	static java.nio.file.Path home;

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
	JdbcClient jdbc;

	@Autowired
	ManualEngine.Driver engine;

	@DynamicPropertySource
	static void home(DynamicPropertyRegistry registry) {
		registry.add("shiplift.home", () -> home.toString());
	}

	@Test
	void goesThereAndBackAndLeavesNothing() {
		Migration migration = this.migrations.create("Shop", OLGA);
		Plan plan = plan(migration.id());
		this.migrations.freeze(migration.id(), migration.version(), plan, OLGA);
		done(this.runs.start(migration.id(), RunKind.PREPARE, OLGA));
		done(this.runs.start(migration.id(), RunKind.REHEARSAL, OLGA));
		Run cutover = this.approvals.request(migration.id(), "tonight", OLGA);
		this.approvals.decide(cutover.id(), true, cutover.planHash(), "rehearsed well", ANTON);
		this.approvals.start(cutover.id(), "Shop", OLGA);
		driveTo(cutover, (run) -> run.step("scheduler").orElseThrow().status() == StepStatus.NEEDS_PERSON);
		this.runs.doneByHand(cutover.id(), "scheduler", "paused both jobs", OLGA);
		done(cutover);
		Run back = this.runs.start(migration.id(), RunKind.RETURN, OLGA);
		driveTo(back, (run) -> run.step("scheduler").orElseThrow().status() == StepStatus.NEEDS_PERSON);
		this.runs.doneByHand(back.id(), "scheduler", "jobs are on again", OLGA);
		done(back);
		done(this.runs.start(migration.id(), RunKind.TEARDOWN, OLGA));
		assertThat(this.journal.brokenAt()).isEmpty();
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
