package io.shiplift.steps;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import io.shiplift.data.BackupFiles;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.DataVerified;
import io.shiplift.fact.Forecast;
import io.shiplift.fact.Measured;
import io.shiplift.journal.Journal;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Run;
import io.shiplift.migration.Runs;
import io.shiplift.migration.StepStatus;
import io.shiplift.plan.Plan.SourceDatabase;
import io.shiplift.plan.Plan.SourceDatabase.Kind;
import io.shiplift.plan.Plan.SourceDatabase.Method;
import io.shiplift.practice.database.PracticeDatabases;
import io.shiplift.step.RunKind;
import io.shiplift.testing.ManualEngine;
import io.shiplift.testing.Pilot;
import io.shiplift.testing.RunbookTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the runbook with data that comes out of backup files.
 */
@RunbookTest
class BackupRunbookTests {

	@Autowired
	Pilot pilot;

	@Autowired
	Runs runs;

	@Autowired
	Journal journal;

	@Autowired
	BackupFiles files;

	@Autowired
	PracticeDatabases databases;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ManualEngine.Driver engine;

	@Autowired
	Clock clock;

	@Test
	void restoresWhatHerokuCaptured() {
		Migration migration = this.pilot.prepared(new SourceDatabase(Kind.HEROKU, "", 0, "", "", "", Method.BACKUP));
		Run rehearsal = this.pilot.rehearse(migration);
		assertThat(this.pilot.left(rehearsal, DataCopied.class).secondsByPhase()).containsKeys("capture", "fetch",
				"rows", "indexes");
		Run cutover = this.pilot.done(this.pilot.startCutover(migration));
		assertThat(this.pilot.left(cutover, DataVerified.class).rows()).isGreaterThan(50_000);
		assertThat(this.jdbc.sql("select number from practice_heroku_backup where world = ?")
			.param(migration.id())
			.query(Integer.class)
			.list()).containsExactlyInAnyOrder(1, 2);
		assertThat(this.journal.brokenAt()).isEmpty();
	}

	@Test
	void endsARestoreThatWouldTakeTooLong() {
		Migration migration = this.pilot.prepared(new SourceDatabase(Kind.HEROKU, "", 0, "", "", "", Method.BACKUP));
		Run rehearsal = this.pilot.rehearse(migration);
		Measured measured = this.pilot.left(rehearsal, DataCopied.class).measured();
		assertThat(measured.forecastSeconds()).isPositive();
		assertThat(measured.forecastFrom()).isEqualTo("general figures, no rehearsal yet");
		assertThat(this.pilot.left(rehearsal, Forecast.class).range().from()).startsWith("1 rehearsal of");
		Run cutover = this.pilot.startCutover(migration, this.clock.instant().plus(Duration.ofHours(3)));
		this.pilot.driveTo(cutover, (run) -> run.step("copy").orElseThrow().note().contains(" left"));
		this.engine.tick(Duration.ofHours(3));
		assertThat(this.pilot.stuck(cutover, "copy")).startsWith("The copy was ended, as the app would be down until")
			.contains("must serve again by", "Heroku serves again");
		this.runs.cancel(cutover.id(), Pilot.OLGA);
		this.pilot.goBack(migration);
	}

	@Test
	void restoresWhatSomebodyUploadedAndStopsAtADifference(@TempDir Path directory) throws Exception {
		Migration migration = this.pilot.migration();
		this.pilot.prepare(migration, uploaded(migration, dumpOfTheShop(directory)));
		Run rehearsal = this.pilot.start(migration, RunKind.REHEARSAL);
		this.pilot.driveTo(rehearsal, (run) -> run.step("copy").orElseThrow().status() == StepStatus.DONE);
		this.pilot.deleteOneCopiedRow(rehearsal);
		assertThat(this.pilot.stuck(rehearsal, "verify")).contains("shop_orderline").contains("in the backup but");
		this.runs.cancel(rehearsal.id(), Pilot.OLGA);
		this.pilot.rehearse(migration);
		this.pilot.done(this.pilot.startCutover(migration));
	}

	private Path dumpOfTheShop(Path directory) throws IOException, InterruptedException {
		DatabaseAddress shop = this.databases.source(this.pilot.migration().id());
		Path file = directory.resolve("mine.dump");
		ProcessBuilder dump = new ProcessBuilder("pg_dump", "-Fc", "-N", "_heroku", "-f", file.toString(), "-h",
				shop.host(), "-p", Integer.toString(shop.port()), "-U", shop.user(), shop.database());
		dump.environment().put("PGPASSWORD", shop.password());
		assertThat(dump.inheritIO().start().waitFor()).isZero();
		return file;
	}

	private SourceDatabase uploaded(Migration migration, Path file) throws IOException {
		try (InputStream content = Files.newInputStream(file)) {
			return new SourceDatabase(Kind.FILE, "", 0, this.files.keep(migration.id(), content), "", "",
					Method.WINDOW);
		}
	}

}
