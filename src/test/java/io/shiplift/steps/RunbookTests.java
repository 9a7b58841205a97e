package io.shiplift.steps;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.shiplift.data.DataMove;
import io.shiplift.data.MoveState;
import io.shiplift.dns.DnsHost;
import io.shiplift.dns.DnsHosts;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.Forecast;
import io.shiplift.fact.Measured;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalEntry;
import io.shiplift.migration.Connections;
import io.shiplift.migration.Evidence;
import io.shiplift.migration.Migration;
import io.shiplift.migration.NotNow;
import io.shiplift.migration.Run;
import io.shiplift.migration.RunStatus;
import io.shiplift.migration.Runs;
import io.shiplift.migration.StepStatus;
import io.shiplift.plan.Plan.SourceDatabase;
import io.shiplift.plan.Plan.SourceDatabase.Kind;
import io.shiplift.plan.Plan.SourceDatabase.Method;
import io.shiplift.step.RunKind;
import io.shiplift.testing.ManualEngine;
import io.shiplift.testing.Pilot;
import io.shiplift.testing.RunbookTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the whole runbook in the practice world: every run kind, with real databases.
 */
@RunbookTest
class RunbookTests {

	/** A team's own question to its data. */
	private static final String SUM = "select count(*), sum(total) from shop_order";

	@Autowired
	Pilot pilot;

	@Autowired
	Runs runs;

	@Autowired
	Connections connections;

	@Autowired
	Journal journal;

	@Autowired
	DnsHosts hosts;

	@Autowired
	Evidence evidence;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ManualEngine.Driver engine;

	@Autowired
	Clock clock;

	@Autowired
	DataMove move;

	@ParameterizedTest
	@EnumSource(names = { "WINDOW", "AHEAD" })
	void stopsAtADifferenceGoesThereAndBackAndLeavesNothing(Method method) {
		Migration migration = this.pilot.prepared(database(method));
		provesTheRehearsal(this.pilot.rehearse(migration));
		stopAtADifference(migration);
		goBack(migration);
		this.pilot.done(this.pilot.startCutover(migration));
		assertThat(addresses(migration)).allMatch((address) -> address.endsWith("elasticbeanstalk.com"));
		goBack(migration);
		assertThat(addresses(migration)).allMatch((address) -> address.endsWith("herokudns.com"));
		this.pilot.done(this.pilot.start(migration, RunKind.TEARDOWN));
		assertThat(leftInSource(migration)).isZero();
		assertThat(this.journal.brokenAt()).isEmpty();
		assertThat(doubledEffects()).isEmpty();
	}

	@Test
	void endsACopyThatWouldTakeTooLongAndGoesBack() {
		Migration migration = this.pilot.prepared(database(Method.WINDOW));
		this.pilot.rehearse(migration);
		Run cutover = this.pilot.startCutover(migration, this.clock.instant().plus(Duration.ofHours(3)));
		this.pilot.driveTo(cutover, (run) -> beyondItsStart(run.step("copy").orElseThrow().note()));
		assertThat(this.pilot.step(cutover, "copy").percent()).isLessThan(90);
		this.engine.tick(Duration.ofHours(2));
		assertThat(this.pilot.stuck(cutover, "copy"))
			.startsWith("The copy was ended, as the app would be down until about")
			.contains("must serve again by", "Heroku serves again");
		assertThat(this.pilot.step(cutover, "copy").status()).isEqualTo(StepStatus.FAILED);
		assertThat(this.move.state(copyToken(migration, cutover)).orElseThrow().status())
			.isEqualTo(MoveState.Status.DIED);
		this.runs.cancel(cutover.id(), Pilot.OLGA);
		goBack(migration);
		assertThat(addresses(migration)).allMatch((address) -> address.endsWith("herokudns.com"));
	}

	@Test
	void aFinishThatWouldComeTooLateLeavesTheSourceServing() {
		Migration migration = this.pilot.prepared(database(Method.AHEAD));
		this.pilot.rehearse(migration);
		Run cutover = this.pilot.startCutover(migration, this.clock.instant().plus(Duration.ofHours(3)));
		this.engine.tick(Duration.ofHours(3));
		assertThat(this.pilot.stuck(cutover, "copy"))
			.startsWith("The forecast says that the app would be down until about")
			.contains("Nothing was copied: go back");
		assertThat(leftInSource(migration)).isPositive();
		this.runs.cancel(cutover.id(), Pilot.OLGA);
		this.pilot.driveTo(cutover, (run) -> run.status().isOver());
		assertThat(leftInSource(migration)).isZero();
		goBack(migration);
		assertThat(addresses(migration)).allMatch((address) -> address.endsWith("herokudns.com"));
	}

	@ParameterizedTest
	@EnumSource(names = { "WINDOW", "AHEAD" })
	void forecastsFromWhatARehearsalTook(Method method) {
		Run rehearsal = this.pilot.rehearse(this.pilot.prepared(database(method)));
		Measured measured = this.pilot.left(rehearsal, DataCopied.class).measured();
		assertThat(measured).isNotNull();
		assertThat(measured.method()).isEqualTo(method.name());
		assertThat(measured.millis()).isPositive();
		assertThat(measured.forecastFrom()).isEqualTo("general figures, no rehearsal yet");
		Forecast forecast = this.pilot.left(rehearsal, Forecast.class);
		assertThat(forecast.range().from()).startsWith("1 rehearsal of");
		assertThat(forecast.seconds()).isBetween(forecast.range().lowest(), forecast.range().highest());
	}

	@Test
	void aCancelledRehearsalLeavesNoTriggersInTheSource() {
		Migration migration = this.pilot.prepared(database(Method.AHEAD));
		Run rehearsal = this.pilot.start(migration, RunKind.REHEARSAL);
		this.pilot.driveTo(rehearsal, (run) -> leftInSource(migration) > 30);
		this.runs.cancel(rehearsal.id(), Pilot.OLGA);
		this.pilot.driveTo(rehearsal, (run) -> run.status().isOver());
		assertThat(this.pilot.now(rehearsal).status()).isEqualTo(RunStatus.CANCELLED);
		assertThat(this.pilot.step(rehearsal, "ahead").status()).isEqualTo(StepStatus.CANCELLED);
		assertThat(this.pilot.step(rehearsal, "triggers").status()).isEqualTo(StepStatus.DONE);
		assertThat(leftInSource(migration)).isZero();
	}

	private static boolean beyondItsStart(String note) {
		return note.contains(" left") && !note.startsWith("Starting");
	}

	private static String copyToken(Migration migration, Run run) {
		return "shiplift-" + migration.id() + "-copy-" + run.id() + "-1";
	}

	private long leftInSource(Migration migration) {
		return this.pilot.source(migration)
			.sql("select (select count(*) from pg_trigger where tgname like 'shiplift%')"
					+ " + (select count(*) from pg_namespace where nspname like 'shiplift%')")
			.query(Long.class)
			.single();
	}

	private void provesTheRehearsal(Run rehearsal) {
		Evidence.Report report = this.evidence.of(rehearsal).getLast();
		assertThat(report.unchanged()).isTrue();
		assertThat(report.document()).contains("\"differences\":[]", "shop_orderline", SUM);
		assertThat(this.journal.newest(Pilot.OLGA.teamId(), null, rehearsal.id(), 500)).extracting(JournalEntry::text)
			.contains("Report kept; SHA-256 " + report.sha256());
	}

	private void stopAtADifference(Migration migration) {
		Run cutover = this.pilot.startCutover(migration);
		this.pilot.driveTo(cutover, (run) -> run.step("copy").orElseThrow().status() == StepStatus.DONE);
		this.pilot.deleteOneCopiedRow(cutover);
		assertThat(this.pilot.stuck(cutover, "verify")).contains("shop_orderline");
		assertThatExceptionOfType(NotNow.class)
			.isThrownBy(() -> this.runs.skip(cutover.id(), "verify", "looks fine", Pilot.OLGA));
		assertThat(addresses(migration)).allMatch((address) -> address.endsWith("herokudns.com"));
		this.runs.cancel(cutover.id(), Pilot.OLGA);
		this.pilot.driveTo(cutover, (run) -> run.status().isOver());
		assertThat(leftInSource(migration)).isZero();
	}

	private void goBack(Migration migration) {
		this.pilot.goBack(migration);
		assertThat(this.jdbc.sql("select maintenance from practice_heroku_app where world = :world")
			.param("world", migration.id())
			.query(Boolean.class)
			.single()).isFalse();
	}

	private List<String> addresses(Migration migration) {
		DnsHost host = this.hosts.open(this.connections.of(migration.id()));
		return Stream.of("shop.example.com", "www.shop.example.com")
			.flatMap((name) -> host.records(name).stream())
			.map(DnsHost.DnsRecord::value)
			.toList();
	}

	private List<String> doubledEffects() {
		return this.jdbc
			.sql("select token || ' ' || call || ' ' || target from practice_ledger"
					+ " where effect <> 'NONE' and service like 'aws.%' group by token, call, target"
					+ " having count(*) > 1")
			.query(String.class)
			.list();
	}

	private static SourceDatabase database(Method method) {
		return new SourceDatabase(Kind.HEROKU, "", 0, "", "", "", method).asked(List.of(SUM));
	}

}
