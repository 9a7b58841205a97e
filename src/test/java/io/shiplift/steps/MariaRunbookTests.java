package io.shiplift.steps;

import java.util.List;

import io.shiplift.credentials.SecretStore;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.DataVerified;
import io.shiplift.journal.Journal;
import io.shiplift.migration.Evidence;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Run;
import io.shiplift.migration.Runs;
import io.shiplift.migration.StepStatus;
import io.shiplift.mover.Shape;
import io.shiplift.plan.Plan.SourceDatabase;
import io.shiplift.plan.Plan.SourceDatabase.Kind;
import io.shiplift.plan.Plan.SourceDatabase.Method;
import io.shiplift.practice.database.MariaServer;
import io.shiplift.step.RunKind;
import io.shiplift.testing.Pilot;
import io.shiplift.testing.RunbookTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the runbook with data that comes out of a MariaDB database.
 */
@RunbookTest
class MariaRunbookTests {

	@Autowired
	Pilot pilot;

	@Autowired
	Runs runs;

	@Autowired
	SecretStore secrets;

	@Autowired
	Evidence evidence;

	@Autowired
	Journal journal;

	@Autowired
	JdbcClient jdbc;

	@Test
	void rehearsesStopsAtADifferenceAndCutsOver() {
		Migration migration = prepared("runbook", Shape.CONVERTED);
		Run rehearsal = this.pilot.rehearse(migration);
		assertThat(this.pilot.left(rehearsal, DataCopied.class).measured()).isNotNull();
		assertThat(this.evidence.of(rehearsal).getLast().document()).contains("\"differences\":[]", "MariaDB 1",
				"tinyint(1) became boolean");
		Run stopped = this.pilot.startCutover(migration);
		this.pilot.driveTo(stopped, (run) -> run.step("copy").orElseThrow().status() == StepStatus.DONE);
		this.pilot.deleteOneCopiedRow(stopped);
		assertThat(this.pilot.stuck(stopped, "verify")).contains("public.shop_orderline has 1999 rows in the source");
		this.runs.cancel(stopped.id(), Pilot.OLGA);
		this.pilot.goBack(migration);
		Run cutover = this.pilot.done(this.pilot.startCutover(migration));
		assertThat(this.pilot.left(cutover, DataVerified.class).rows()).isGreaterThan(2000);
		this.pilot.goBack(migration);
		assertThat(this.journal.brokenAt()).isEmpty();
	}

	/** Those of the practice world make no tables. */
	@Test
	void letsTheAppsOwnMigrationsMakeTheTablesFirst() {
		Migration migration = prepared("own_tables", Shape.MIGRATED);
		Run rehearsal = this.pilot.start(migration, RunKind.REHEARSAL);
		assertThat(this.pilot.stuck(rehearsal, "copy"))
			.contains("The schema that the app's migrations made does not match the source");
		assertThat(this.jdbc.sql("select count(*) from practice_command where world = ? and command like '%migrate%'")
			.param(migration.id())
			.query(Long.class)
			.single()).isOne();
		this.runs.cancel(rehearsal.id(), Pilot.OLGA);
	}

	private Migration prepared(String database, Shape shape) {
		DatabaseAddress source = MariaServer.shared().django(database);
		Migration migration = this.pilot.migration();
		return this.pilot.prepare(migration,
				new SourceDatabase(Kind.ADDRESS, source.host(), source.port(), source.database(), source.user(),
						this.secrets.keep(migration.id(), source.password()), Method.WINDOW)
					.asked(List.of("select count(*) from shop_orderline"))
					.converted(shape));
	}

}
