package io.shiplift.execution;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.shiplift.fact.FileStore;
import io.shiplift.fact.NothingLeft;
import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceBundle;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalEntry;
import io.shiplift.journal.JournalKind;
import io.shiplift.migration.Attempt;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.NotNow;
import io.shiplift.migration.Run;
import io.shiplift.migration.RunStatus;
import io.shiplift.migration.Runs;
import io.shiplift.migration.StepRun;
import io.shiplift.migration.StepStatus;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.plan.Mapping;
import io.shiplift.plan.Plan;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.security.Role;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepCatalog;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;
import io.shiplift.testing.ManualEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the engine: a run goes on by itself, survives the death of its runner, and a
 * person can step in. Once for each database.
 */
@SpringBootTest(properties = { "db-scheduler.enabled=false",
		"spring.datasource.url=jdbc:h2:mem:engine;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000" })
@Import({ ManualEngine.class, EngineTests.Steps.class })
class EngineTests {

	static final Member OPERATOR = new Member(1, "Olga Operator", 1, "Team", Set.of(Role.OPERATOR, Role.VIEWER));

	@Autowired
	Migrations migrations;

	@Autowired
	Runs runs;

	@Autowired
	Journal journal;

	@Autowired
	ManualEngine.Driver engine;

	@Autowired
	StepRunner runner;

	@Autowired
	StepTender tender;

	@Autowired
	JdbcClient jdbc;

	private ScriptedStep store;

	private ScriptedStep bundle;

	@BeforeEach
	void forgetScripts(@Autowired Scripted scripted) {
		this.store = scripted.store();
		this.bundle = scripted.bundle();
		List.of(this.store, this.bundle).forEach((step) -> {
			step.answers.clear();
			step.calls.clear();
			step.trouble = () -> "";
		});
		this.jdbc.sql("delete from scheduled_tasks").update();
	}

	@Test
	void runsStepsInTheOrderOfTheirFacts() {
		this.store.answer(StepResult.underway(Duration.ofSeconds(5), "being made", 40));
		this.store.answer(StepResult.done(new FileStore("uploads", "work", "arn:uploads", "arn:work")));
		this.bundle.answers
			.add((context) -> StepResult.done(new SourceBundle(context.fact(FileStore.class).work(), "app.zip", "v1")));
		Run run = prepare();
		this.engine.runDue();
		assertThat(step(run, "store")).extracting(StepRun::status, StepRun::note, StepRun::percent)
			.containsExactly(StepStatus.RUNNING, "being made", 40);
		assertThat(step(run, "bundle").status()).isEqualTo(StepStatus.PLANNED);
		this.engine.runUntilIdle(20);
		assertThat(find(run).status()).isEqualTo(RunStatus.DONE);
		assertThat(this.journal.brokenAt()).isEmpty();
	}

	@Test
	void commitsTheIntentBeforeTheCall() {
		this.store.answers.add((context) -> context.act("create bucket", () -> {
			assertThat(texts(JournalKind.INTENT)).contains("create bucket");
			return StepResult.done(new FileStore("uploads", "work", "arn:uploads", "arn:work"));
		}));
		this.bundle.answer(StepResult.failed("enough"));
		prepare();
		this.engine.runDue();
		assertThat(texts(JournalKind.RESULT)).contains("create bucket: accepted");
	}

	@Test
	void looksAfterWhatAFinishedStepLeftRunningAndTellsWhatIsWrong() {
		this.store.answer(StepResult.done(new FileStore("uploads", "work", "arn:uploads", "arn:work")));
		this.bundle.answer(StepResult.failed("enough"));
		Run run = prepare();
		this.engine.runUntilIdle(5);
		assertThat(find(run).status()).isEqualTo(RunStatus.WAITING);
		this.store.trouble = () -> "Nobody keeps up.";
		this.tender.tend();
		this.tender.tend();
		assertThat(step(run, "store")).extracting(StepRun::status, StepRun::problem)
			.containsExactly(StepStatus.DONE, "Nobody keeps up.");
		assertThat(this.journal.newest(1, null, run.id(), 20)).extracting(JournalEntry::text)
			.filteredOn((text) -> text.endsWith("Nobody keeps up."))
			.hasSize(1);
		this.store.trouble = () -> {
			throw new OutsideProblem(OutsideProblem.Kind.TRANSIENT, "The source does not answer.");
		};
		this.tender.tend();
		assertThat(step(run, "store").problem()).isEqualTo("The source does not answer.");
		this.store.trouble = () -> "";
		this.tender.tend();
		assertThat(step(run, "store").problem()).isEmpty();
		assertThat(this.bundle.calls).doesNotContain("tend");
		this.runs.cancel(run.id(), OPERATOR);
		this.store.trouble = () -> "Too late.";
		this.tender.tend();
		assertThat(step(run, "store").problem()).isEmpty();
	}

	@Test
	void stopsARunnerThatWasReplaced() {
		Run run = prepare();
		StepRun step = step(run, "store");
		this.store.answers.add((context) -> {
			this.store.answer(StepResult.underway(Duration.ofSeconds(5), "second runner"));
			this.runner.run(step.id(), step.wakeUp(), "node-b");
			return context.act("late call", () -> {
				throw new AssertionError("the late runner acted");
			});
		});
		this.runner.run(step.id(), step.wakeUp(), "node-a");
		assertThat(step(run, "store").note()).isEqualTo("second runner");
	}

	@Test
	void retriesATransientProblemByItselfAndCountsAttempts() {
		this.store.answers.add((context) -> {
			throw new OutsideProblem(OutsideProblem.Kind.TRANSIENT, "AWS asks to slow down");
		});
		this.store.answer(StepResult.done(new FileStore("uploads", "work", "arn:uploads", "arn:work")));
		this.bundle.answer(StepResult.done(new SourceBundle("work", "app.zip", "v1")));
		Run run = prepare();
		this.engine.runDue();
		assertThat(step(run, "store").status()).isEqualTo(StepStatus.RETRYING);
		this.engine.runUntilIdle(20);
		assertThat(find(run).status()).isEqualTo(RunStatus.DONE);
		assertThat(this.runs.attempts(run).get(step(run, "store").id())).extracting(Attempt::outcome)
			.containsExactly("RETRYING", "DONE");
	}

	@Test
	void comesAgainWithoutFailingWhereItIsOnlyNotItsTurn() {
		for (int time = 0; time < 8; time++) {
			this.store.answers.add((context) -> {
				throw new OutsideProblem(OutsideProblem.Kind.TRANSIENT, "Not so often", Duration.ofSeconds(5));
			});
		}
		this.store.answer(StepResult.done(new FileStore("uploads", "work", "arn:uploads", "arn:work")));
		this.bundle.answer(StepResult.done(new SourceBundle("work", "app.zip", "v1")));
		Run run = prepare();
		this.engine.runDue();
		assertThat(step(run, "store").note()).isEqualTo("Not so often");
		this.engine.runUntilIdle(20);
		assertThat(find(run).status()).isEqualTo(RunStatus.DONE);
		assertThat(this.runs.attempts(run).get(step(run, "store").id())).extracting(Attempt::outcome)
			.containsExactly("DONE");
	}

	@Test
	void parksAStepAfterThreeUnfinishedStarts() {
		Run run = prepare();
		StepRun step = step(run, "store");
		for (int start = 0; start < 3; start++) {
			this.store.answers.add((context) -> {
				throw new StackOverflowError();
			});
			assertThatExceptionOfType(StackOverflowError.class)
				.isThrownBy(() -> this.runner.run(step.id(), step.wakeUp(), "node-a"));
		}
		this.runner.run(step.id(), step.wakeUp(), "node-a");
		assertThat(step(run, "store")).extracting(StepRun::status, StepRun::attempts)
			.containsExactly(StepStatus.FAILED, 1);
		assertThat(find(run).status()).isEqualTo(RunStatus.WAITING);
	}

	@Test
	void offersRetryAndSkipAfterAFailure() {
		this.store.answer(StepResult.failed("The bucket name is taken."));
		this.store.answer(StepResult.failed("Still taken."));
		this.bundle.answer(StepResult.done(new SourceBundle("work", "app.zip", "v1")));
		Run run = prepare();
		this.engine.runUntilIdle(5);
		this.runs.retry(run.id(), "store", OPERATOR);
		this.engine.runUntilIdle(5);
		assertThat(step(run, "store")).extracting(StepRun::problem, StepRun::generation)
			.containsExactly("Still taken.", 2);
		this.runs.skip(run.id(), "store", "made by hand", OPERATOR);
		this.engine.runUntilIdle(5);
		assertThat(find(run).status()).isEqualTo(RunStatus.DONE);
		assertThat(step(run, "store").reason()).isEqualTo("made by hand");
	}

	@Test
	void cancelsAndTearsDownInReverse() {
		this.store.answer(StepResult.done(new FileStore("uploads", "work", "arn:uploads", "arn:work")));
		this.bundle.answer(StepResult.underway(Duration.ofSeconds(5), "uploading"));
		Run run = prepare();
		this.engine.runDue();
		this.engine.runDue();
		this.runs.cancel(run.id(), OPERATOR);
		assertThat(find(run).status()).isEqualTo(RunStatus.CANCELLED);
		Run teardown = this.runs.start(run.migrationId(), RunKind.TEARDOWN, OPERATOR);
		assertThat(teardown.steps()).extracting(StepRun::key).containsExactly("bundle", "store", "sweep");
		this.engine.runUntilIdle(20);
		assertThat(find(teardown).status()).isEqualTo(RunStatus.DONE);
	}

	@Test
	void keepsOneRunOpenAndHidesItFromOtherTeams() {
		Run run = prepare();
		assertThatExceptionOfType(NotNow.class)
			.isThrownBy(() -> this.runs.start(run.migrationId(), RunKind.PREPARE, OPERATOR))
			.withMessageContaining("still open");
		Member stranger = new Member(9, "Stranger", 2, "Other", Set.of(Role.values()));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.runs.find(run.id(), stranger));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.runs.cancel(run.id(), stranger));
	}

	private Run prepare() {
		Migration migration = this.migrations.create("Shop", OPERATOR);
		this.migrations.freeze(migration.id(), migration.version(), plan(migration.id()), OPERATOR);
		return this.runs.start(migration.id(), RunKind.PREPARE, OPERATOR);
	}

	private Run find(Run run) {
		return this.runs.find(run.id(), OPERATOR);
	}

	private StepRun step(Run run, String key) {
		return find(run).step(key).orElseThrow();
	}

	private List<String> texts(JournalKind kind) {
		return this.journal.newest(1, null, null, 20)
			.stream()
			.filter((entry) -> entry.kind() == kind)
			.map(JournalEntry::text)
			.toList();
	}

	static Plan plan(String migrationId) {
		SourceApp app = new SourceApp("shop", "us", "heroku-24",
				List.of(new SourceApp.Process("web", "gunicorn shop.wsgi", 1, "Standard-1X")), List.of(), List.of(),
				List.of());
		return new Plan(migrationId, "Shop", "beanstalk", "us-east-1", app,
				new Plan.SourceDatabase(Plan.SourceDatabase.Kind.HEROKU, "", 0, "", "", ""),
				new Plan.Sizes("t4g.small", 2, "db.t4g.medium", 50, false, "cache.t4g.small"), Map.of(),
				new Plan.Dns(List.of(), 60), "/", List.of(), List.of(), Mapping.NONE);
	}

	/** Two steps that depend on one another, and one that sweeps after a teardown. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Steps {

		@Bean
		Scripted scripted() {
			return new Scripted(new ScriptedStep("store", FileStore.class),
					new ScriptedStep("bundle", SourceBundle.class, FileStore.class));
		}

		@Bean
		@Primary
		StepCatalog scriptedCatalog(Scripted scripted) {
			ScriptedStep sweep = new ScriptedStep("sweep", NothingLeft.class) {

				@Override
				public StepSheet sheet() {
					return super.sheet().forward(RunKind.TEARDOWN);
				}

				@Override
				public StepResult advance(io.shiplift.step.StepContext context) {
					return StepResult.done(new NothingLeft(List.of()));
				}

			};
			return new StepCatalog(List.of(scripted.store(), scripted.bundle(), sweep));
		}

	}

	/** In a bean of their own, so that they do not mix with the real steps. */
	record Scripted(ScriptedStep store, ScriptedStep bundle) {

	}

}
