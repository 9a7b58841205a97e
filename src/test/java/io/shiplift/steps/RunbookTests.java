package io.shiplift.steps;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.shiplift.approval.Approvals;
import io.shiplift.credentials.Connection;
import io.shiplift.data.DataMove;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.MoveState;
import io.shiplift.dns.DnsHost;
import io.shiplift.dns.DnsHosts;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.Fact;
import io.shiplift.fact.Forecast;
import io.shiplift.fact.Measured;
import io.shiplift.fact.SourceApp;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalEntry;
import io.shiplift.migration.Connections;
import io.shiplift.migration.Evidence;
import io.shiplift.migration.Facts;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.NotNow;
import io.shiplift.migration.Run;
import io.shiplift.migration.RunStatus;
import io.shiplift.migration.Runs;
import io.shiplift.migration.StepRun;
import io.shiplift.migration.StepStatus;
import io.shiplift.plan.Answers;
import io.shiplift.plan.Plan;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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

	/** A team's own question to its data. */
	private static final String SUM = "select count(*), sum(total) from shop_order";

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
	DnsHosts hosts;

	@Autowired
	Facts facts;

	@Autowired
	Evidence evidence;

	@Autowired
	PracticeDatabases databases;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ManualEngine.Driver engine;

	@Autowired
	Clock clock;

	@Autowired
	DataMove move;

	@DynamicPropertySource
	static void home(DynamicPropertyRegistry registry) {
		registry.add("shiplift.home", () -> home.toString());
	}

	@ParameterizedTest
	@EnumSource(names = { "WINDOW", "AHEAD" })
	void stopsAtADifferenceGoesThereAndBackAndLeavesNothing(Method method) {
		Migration migration = this.migrations.create("Shop", OLGA);
		Plan plan = plan(migration.id(), method);
		this.migrations.freeze(migration.id(), migration.version(), plan, OLGA);
		done(this.runs.start(migration.id(), RunKind.PREPARE, OLGA));
		Run rehearsal = this.runs.start(migration.id(), RunKind.REHEARSAL, OLGA);
		done(rehearsal);
		provesTheRehearsal(rehearsal);
		stopAtADifference(migration);
		returnTo(migration);
		Run cutover = startCutover(migration);
		done(cutover);
		assertThat(addresses(migration)).allMatch((address) -> address.endsWith("elasticbeanstalk.com"));
		returnTo(migration);
		assertThat(addresses(migration)).allMatch((address) -> address.endsWith("herokudns.com"));
		done(this.runs.start(migration.id(), RunKind.TEARDOWN, OLGA));
		assertThat(leftInSource(migration)).isZero();
		assertThat(this.journal.brokenAt()).isEmpty();
		assertThat(doubledEffects()).isEmpty();
	}

	@Test
	void endsACopyThatWouldTakeTooLongAndGoesBack() {
		Migration migration = this.migrations.create("Shop", OLGA);
		this.migrations.freeze(migration.id(), migration.version(), plan(migration.id(), Method.WINDOW), OLGA);
		done(this.runs.start(migration.id(), RunKind.PREPARE, OLGA));
		done(this.runs.start(migration.id(), RunKind.REHEARSAL, OLGA));
		Run cutover = startCutover(migration, this.clock.instant().plus(Duration.ofHours(3)));
		driveTo(cutover, (run) -> beyondItsStart(run.step("copy").orElseThrow().note()));
		assertThat(copy(cutover).percent()).isLessThan(90);
		this.engine.tick(Duration.ofHours(2));
		driveTo(cutover, (run) -> run.status() == RunStatus.WAITING);
		assertThat(copy(cutover).status()).isEqualTo(StepStatus.FAILED);
		assertThat(copy(cutover).problem()).startsWith("The copy was ended, as the app would be down until about")
			.contains("must serve again by", "Heroku serves again");
		assertThat(this.move.state(copyToken(migration, cutover)).orElseThrow().status())
			.isEqualTo(MoveState.Status.DIED);
		this.runs.cancel(cutover.id(), OLGA);
		returnTo(migration);
		assertThat(addresses(migration)).allMatch((address) -> address.endsWith("herokudns.com"));
	}

	@Test
	void forecastsFromWhatARehearsalOfEachMethodTook() {
		for (Plan.SourceDatabase.Method method : List.of(Plan.SourceDatabase.Method.WINDOW,
				Plan.SourceDatabase.Method.AHEAD)) {
			Migration migration = this.migrations.create("Shop", OLGA);
			Plan plan = plan(migration.id(), method);
			this.migrations.freeze(migration.id(), migration.version(), plan, OLGA);
			done(this.runs.start(migration.id(), RunKind.PREPARE, OLGA));
			Run rehearsal = this.runs.start(migration.id(), RunKind.REHEARSAL, OLGA);
			done(rehearsal);
			Measured measured = left(rehearsal, DataCopied.class).measured();
			assertThat(measured).isNotNull();
			assertThat(measured.method()).isEqualTo(method.name());
			assertThat(measured.millis()).isPositive();
			assertThat(measured.forecastFrom()).isEqualTo("general figures, no rehearsal yet");
			Forecast forecast = left(rehearsal, Forecast.class);
			assertThat(forecast.range().from()).startsWith("1 rehearsal of");
			assertThat(forecast.seconds()).isBetween(forecast.range().lowest(), forecast.range().highest());
		}
	}

	private <F extends Fact> F left(Run run, Class<F> type) {
		return this.facts.find(run.migrationId(), run.id(), type).orElseThrow();
	}

	private static boolean beyondItsStart(String note) {
		return note.contains(" left") && !note.startsWith("Starting");
	}

	private StepRun copy(Run run) {
		return this.runs.find(run.id(), OLGA).step("copy").orElseThrow();
	}

	private static String copyToken(Migration migration, Run run) {
		return "shiplift-" + migration.id() + "-copy-" + run.id() + "-1";
	}

	@Test
	void aCancelledRehearsalLeavesNoTriggersInTheSource() {
		Migration migration = this.migrations.create("Shop cancelled", OLGA);
		this.migrations.freeze(migration.id(), migration.version(), plan(migration.id(), Method.AHEAD), OLGA);
		done(this.runs.start(migration.id(), RunKind.PREPARE, OLGA));
		Run rehearsal = this.runs.start(migration.id(), RunKind.REHEARSAL, OLGA);
		driveTo(rehearsal, (run) -> leftInSource(migration) > 30);
		this.runs.cancel(rehearsal.id(), OLGA);
		driveTo(rehearsal, (run) -> run.status().isOver());
		Run ended = this.runs.find(rehearsal.id(), OLGA);
		assertThat(ended.status()).isEqualTo(RunStatus.CANCELLED);
		assertThat(ended.step("ahead").orElseThrow().status()).isEqualTo(StepStatus.CANCELLED);
		assertThat(ended.step("triggers").orElseThrow().status()).isEqualTo(StepStatus.DONE);
		assertThat(leftInSource(migration)).isZero();
	}

	private long leftInSource(Migration migration) {
		DatabaseAddress source = this.databases.source(migration.id());
		return client(source)
			.sql("select (select count(*) from pg_trigger where tgname like 'shiplift%')"
					+ " + (select count(*) from pg_namespace where nspname like 'shiplift%')")
			.query(Long.class)
			.single();
	}

	private static JdbcClient client(DatabaseAddress address) {
		return JdbcClient.create(new DriverManagerDataSource(
				"jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.database(), address.user(),
				address.password()));
	}

	private void provesTheRehearsal(Run rehearsal) {
		Evidence.Report report = this.evidence.of(rehearsal).getLast();
		assertThat(report.unchanged()).isTrue();
		assertThat(report.document()).contains("\"differences\":[]", "shop_orderline", SUM);
		assertThat(this.journal.newest(OLGA.teamId(), null, rehearsal.id(), 500)).extracting(JournalEntry::text)
			.contains("Report kept; SHA-256 " + report.sha256());
	}

	private void stopAtADifference(Migration migration) {
		Run cutover = startCutover(migration);
		driveTo(cutover, (run) -> run.step("copy").orElseThrow().status() == StepStatus.DONE);
		DataCopied copied = this.facts.find(migration.id(), cutover.id(), DataCopied.class).orElseThrow();
		DatabaseAddress target = this.databases.targetMaster().withDatabase(copied.destination().database());
		client(target).sql("delete from shop_orderline where id = (select min(id) from shop_orderline)").update();
		driveTo(cutover, (run) -> run.status() == RunStatus.WAITING);
		assertThat(this.runs.find(cutover.id(), OLGA).step("verify").orElseThrow().problem())
			.contains("shop_orderline");
		assertThatExceptionOfType(NotNow.class)
			.isThrownBy(() -> this.runs.skip(cutover.id(), "verify", "looks fine", OLGA));
		assertThat(addresses(migration)).allMatch((address) -> address.endsWith("herokudns.com"));
		this.runs.cancel(cutover.id(), OLGA);
		driveTo(cutover, (run) -> run.status().isOver());
		assertThat(leftInSource(migration)).isZero();
	}

	private Run startCutover(Migration migration) {
		return startCutover(migration, null);
	}

	private Run startCutover(Migration migration, @Nullable Instant abortBy) {
		Run cutover = this.approvals.request(migration.id(), "tonight", abortBy, OLGA);
		this.approvals.decide(cutover.id(), true, cutover.planHash(), "rehearsed well", ANTON);
		this.approvals.start(cutover.id(), "Shop", OLGA);
		pauseScheduler(cutover);
		return cutover;
	}

	private void returnTo(Migration migration) {
		Run back = this.runs.start(migration.id(), RunKind.RETURN, OLGA);
		pauseScheduler(back);
		done(back);
		assertThat(this.jdbc.sql("select maintenance from practice_heroku_app where world = :world")
			.param("world", migration.id())
			.query(Boolean.class)
			.single()).isFalse();
	}

	private void pauseScheduler(Run run) {
		driveTo(run, (now) -> now.step("scheduler").orElseThrow().status() == StepStatus.NEEDS_PERSON);
		this.runs.doneByHand(run.id(), "scheduler", "did it on the dashboard", OLGA);
	}

	private List<String> addresses(Migration migration) {
		DnsHost host = this.hosts.open(this.connections.of(migration.id()));
		return Stream.of("shop.example.com", "www.shop.example.com")
			.flatMap((name) -> host.records(name).stream())
			.map(DnsHost.DnsRecord::value)
			.toList();
	}

	private List<String> doubledEffects() {
		return this.jdbc.sql(
				"select token || ' ' || call || ' ' || target from practice_ledger where effect <> 'NONE' and service = 'aws' group by token, call, target having count(*) > 1")
			.query(String.class)
			.list();
	}

	private Plan plan(String migrationId, Method method) {
		Connection connection = this.connections.of(migrationId);
		SourceApp app = this.inspector.inspect(connection, "shop").orElseThrow();
		Setting setting = new Setting(this.inspector.apps(connection), app, Answers.none());
		Plan plan = this.planner.plan(migrationId, "Shop", app, this.questions.proposed(setting), List.of());
		return new Plan(migrationId, plan.name(), plan.target(), plan.region(), app,
				new Plan.SourceDatabase(plan.database().kind(), "", 0, "", "", "", method, List.of(SUM)), plan.sizes(),
				plan.config(), plan.dns(), plan.healthPath(), plan.resources(), plan.costs());
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
