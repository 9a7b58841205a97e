package io.shiplift.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.shiplift.aws.Aws;
import io.shiplift.aws.Aws.Leftover;
import io.shiplift.aws.AwsAccounts;
import io.shiplift.credentials.Connection;
import io.shiplift.credentials.SecretStore;
import io.shiplift.fact.Configuration;
import io.shiplift.fact.SourceApp;
import io.shiplift.heroku.Heroku;
import io.shiplift.heroku.Herokus;
import io.shiplift.migration.Facts;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.Run;
import io.shiplift.migration.RunStatus;
import io.shiplift.migration.Runs;
import io.shiplift.migration.StepRun;
import io.shiplift.migration.StepStatus;
import io.shiplift.plan.Mapping;
import io.shiplift.plan.Plan;
import io.shiplift.plan.ProcessFate;
import io.shiplift.plan.Provided;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import io.shiplift.source.SourceInspector;
import io.shiplift.step.RunKind;
import io.shiplift.testing.ManualEngine;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for whole runs in the practice world with the real steps, the ledger as witness.
 * Time jumps from one thing that is due to the next.
 */
@SpringBootTest(properties = { "db-scheduler.enabled=false", "shiplift.home=target/practice-run",
		"spring.datasource.url=jdbc:h2:mem:practicerun;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000" })
@Import(ManualEngine.class)
class PracticeRunTests {

	private static final Member OPERATOR = new Member(1, "Olga Operator", 1, "Team",
			Set.of(Role.OPERATOR, Role.VIEWER));

	@Autowired
	Migrations migrations;

	@Autowired
	Runs runs;

	@Autowired
	ManualEngine.Driver engine;

	@Autowired
	SourceInspector inspector;

	@Autowired
	AwsAccounts accounts;

	@Autowired
	SecretStore secrets;

	@Autowired
	Facts facts;

	@Autowired
	Herokus herokus;

	@Autowired
	Ledger ledger;

	@Autowired
	Faults faults;

	@Autowired
	Clock clock;

	@Test
	void preparesInAboutAMinuteAndLeavesNothingBehind() {
		String id = migration();
		Instant start = this.clock.instant();
		run(id, RunKind.PREPARE);
		assertThat(Duration.between(start, this.clock.instant())).isBetween(Duration.ofSeconds(45),
				Duration.ofSeconds(90));
		assertNothingTwice(id);
		run(id, RunKind.TEARDOWN);
		assertThat(leftovers(id)).noneMatch((leftover) -> leftover.keptBecause().isEmpty());
		assertNothingTwice(id);
	}

	@Test
	void losesAndDoublesNothingWhenAnswersGetLost() {
		String id = migration();
		this.faults.add(id, "aws.stacks.create", Faults.Kind.TIMEOUT_AFTER_EFFECT, 5);
		this.faults.add(id, "aws.stacks.find", Faults.Kind.THROTTLE, 4);
		this.faults.add(id, "aws.certificates.request", Faults.Kind.TIMEOUT_AFTER_EFFECT, 1);
		this.faults.add(id, "aws.secrets.put", Faults.Kind.TIMEOUT_AFTER_EFFECT, 2);
		this.faults.add(id, "aws.objects.put", Faults.Kind.TIMEOUT_AFTER_EFFECT, 1);
		this.faults.add(id, "aws.applications", Faults.Kind.TIMEOUT_AFTER_EFFECT, 4);
		run(id, RunKind.PREPARE);
		assertThat(this.faults.list(id)).isEmpty();
		assertNothingTwice(id);
	}

	@Test
	void comesRoundWhenEveryStepFailsOnce() {
		String id = migration();
		List<String> steps = List.of("network", "database", "cache", "filestore", "application", "certificate",
				"environment");
		steps.forEach((step) -> this.faults.add(id, step, Faults.Kind.FAIL_ONCE));
		Run run = this.runs.start(id, RunKind.PREPARE, OPERATOR);
		Set<String> failed = new TreeSet<>();
		for (int round = 0; round < 10; round++) {
			this.engine.runUntilIdle(1000);
			this.runs.find(run.id(), OPERATOR)
				.steps()
				.stream()
				.filter((step) -> step.status() == StepStatus.FAILED)
				.map(StepRun::key)
				.forEach((step) -> {
					failed.add(step);
					this.runs.retry(run.id(), step, OPERATOR);
				});
		}
		assertThat(failed).containsAll(steps);
		assertDone(run);
		run(id, RunKind.TEARDOWN);
		assertThat(leftovers(id)).noneMatch((leftover) -> leftover.keptBecause().isEmpty());
	}

	@Test
	void removesWhatHangs() {
		String id = migration();
		this.faults.add(id, "network", Faults.Kind.HANG);
		this.faults.add(id, "filestore", Faults.Kind.HANG);
		Run run = this.runs.start(id, RunKind.PREPARE, OPERATOR);
		this.engine.runUntilIdle(100);
		assertThat(this.runs.find(run.id(), OPERATOR).status()).isEqualTo(RunStatus.RUNNING);
		this.runs.cancel(run.id(), OPERATOR);
		run(id, RunKind.TEARDOWN);
		assertThat(leftovers(id)).noneMatch((leftover) -> leftover.keptBecause().isEmpty());
	}

	@Test
	void setsWhatWasTypedWhatIsMadeAnewAndEveryCopyOfAnAddress() {
		Migration made = this.migrations.create("Shop", OPERATOR);
		String id = made.id();
		Connection connection = new Connection.Practice(id);
		Plan plan = plan(id, this.inspector.inspect(connection, "shop").orElseThrow());
		Map<String, Plan.ConfigFate> config = new TreeMap<>(plan.config());
		config.putAll(Map.of("STRIPE_API_KEY", Plan.ConfigFate.ASKED, "SECRET_KEY", Plan.ConfigFate.GENERATED,
				"REPORTS_URL", Plan.ConfigFate.REPLACED, "DEBUG", Plan.ConfigFate.DROPPED));
		Mapping mapping = new Mapping(List.of(),
				List.of(new ProcessFate("beat", ProcessFate.Target.NONE, ProcessFate.Target.ECS, "", "")),
				Map.of("REPORTS_URL", Provided.DATABASE, "CELERY_BROKER_URL", Provided.CACHE),
				Map.of("STRIPE_API_KEY", this.secrets.keep(id, "typed by Olga")), 0, null);
		this.migrations
			.freeze(id, made.version(),
					new Plan(id, plan.name(), plan.target(), plan.region(), plan.source(), plan.database(),
							plan.sizes(), config, plan.dns(), plan.healthPath(), List.of(), List.of(), mapping),
					OPERATOR);
		run(id, RunKind.PREPARE);
		Configuration first = configuration(id);
		Aws.Secrets stored = this.accounts.open(connection, plan.region()).secrets();
		assertThat(stored.read(first.secrets().get("STRIPE_API_KEY"))).isEqualTo("typed by Olga");
		assertThat(first.secrets().get("REPORTS_URL")).isEqualTo(first.secrets().get("DATABASE_URL"));
		assertThat(first.secrets().get("CELERY_BROKER_URL")).isEqualTo(first.secrets().get("REDIS_URL"));
		assertThat(first.plain()).doesNotContainKey("DEBUG");
		String generated = stored.read(first.secrets().get("SECRET_KEY"));
		assertThat(generated).hasSize(64).isNotEqualTo(herokus(connection).get("SECRET_KEY"));
		run(id, RunKind.PREPARE);
		assertThat(stored.read(configuration(id).secrets().get("SECRET_KEY"))).as("made once").isEqualTo(generated);
		run(id, RunKind.TEARDOWN);
		assertThat(leftovers(id)).noneMatch((leftover) -> leftover.keptBecause().isEmpty());
	}

	private Configuration configuration(String id) {
		return this.facts.kept(id, Configuration.class).getLast().fact();
	}

	private Map<String, String> herokus(Connection connection) {
		return this.herokus.open(connection)
			.configVars("shop")
			.stream()
			.collect(Collectors.toMap(Heroku.ConfigVar::name, Heroku.ConfigVar::value));
	}

	private String migration() {
		Migration migration = this.migrations.create("Shop", OPERATOR);
		Connection connection = new Connection.Practice(migration.id());
		SourceApp app = this.inspector.inspect(connection, "shop").orElseThrow();
		this.migrations.freeze(migration.id(), migration.version(), plan(migration.id(), app), OPERATOR);
		return migration.id();
	}

	private static Plan plan(String id, SourceApp app) {
		Map<String, Plan.ConfigFate> fates = new TreeMap<>();
		app.configVars()
			.forEach((configVar) -> fates.put(configVar.name(), (configVar.addOn() != null) ? Plan.ConfigFate.REPLACED
					: configVar.secret() ? Plan.ConfigFate.SECRET : Plan.ConfigFate.PLAIN));
		return new Plan(id, "Shop", "beanstalk", "eu-central-1", app,
				new Plan.SourceDatabase(Plan.SourceDatabase.Kind.HEROKU, "", 0, "", "", ""),
				new Plan.Sizes("t4g.small", 2, "db.t4g.medium", 50, false, "cache.t4g.small"), fates,
				new Plan.Dns(app.domains(), 60), "/", List.of(), List.of(), Mapping.NONE);
	}

	private void run(String id, RunKind kind) {
		Run run = this.runs.start(id, kind, OPERATOR);
		this.engine.runUntilIdle(1000);
		assertThat(assertDone(run).steps()).extracting(StepRun::problem).containsOnly("");
	}

	private Run assertDone(Run run) {
		Run ended = this.runs.find(run.id(), OPERATOR);
		assertThat(ended.status())
			.as(() -> ended.steps()
				.stream()
				.map((step) -> step.key() + " " + step.status() + " " + step.problem() + " " + step.note())
				.collect(Collectors.joining("\n")))
			.isEqualTo(RunStatus.DONE);
		return ended;
	}

	/** A thing is made once on AWS, and anywhere a token has at most one effect. */
	private void assertNothingTwice(String id) {
		List<Ledger.Entry> effects = this.ledger.entries(id)
			.stream()
			.filter((entry) -> entry.effect() != Change.Effect.NONE)
			.toList();
		assertThat(effects)
			.extracting(Ledger.Entry::service, Ledger.Entry::call, Ledger.Entry::target, Ledger.Entry::token)
			.isNotEmpty()
			.doesNotHaveDuplicates();
		assertThat(effects).filteredOn((entry) -> entry.service().startsWith("aws."))
			.extracting(Ledger.Entry::service, Ledger.Entry::call, Ledger.Entry::target)
			.doesNotHaveDuplicates();
	}

	private List<Leftover> leftovers(String id) {
		return this.accounts.open(new Connection.Practice(id), "eu-central-1").leftovers(id);
	}

}
