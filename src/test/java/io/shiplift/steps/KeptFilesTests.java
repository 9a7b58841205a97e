package io.shiplift.steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.shiplift.data.BackupFiles;
import io.shiplift.data.SafetyCopies;
import io.shiplift.fact.SafetyCopied;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalEntry;
import io.shiplift.migration.FileSweep;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.Run;
import io.shiplift.migration.RunStatus;
import io.shiplift.migration.StepStatus;
import io.shiplift.mover.file.Checksum;
import io.shiplift.plan.Answers;
import io.shiplift.plan.Plan.SourceDatabase;
import io.shiplift.plan.Plan.SourceDatabase.Kind;
import io.shiplift.plan.Plan.SourceDatabase.Method;
import io.shiplift.step.RunKind;
import io.shiplift.testing.ManualEngine;
import io.shiplift.testing.OwnHome;
import io.shiplift.testing.Pilot;
import io.shiplift.testing.RunbookTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for files with data of the app: safety copies and what jobs leave.
 */
@RunbookTest
class KeptFilesTests {

	@Autowired
	Pilot pilot;

	@Autowired
	SafetyCopies copies;

	@Autowired
	FileSweep sweep;

	@Autowired
	BackupFiles uploads;

	@Autowired
	Migrations migrations;

	@Autowired
	Clock clock;

	@Autowired
	Journal journal;

	@Autowired
	ManualEngine.Driver engine;

	@Autowired
	OwnHome.Place home;

	@Test
	void keepsASafetyCopyForItsDaysAndLetsTheSwitchGoOn() throws IOException {
		Migration migration = this.pilot.prepared(database(Method.BACKUP).safeFor(30));
		Run rehearsal = this.pilot.rehearse(migration);
		assertThat(this.pilot.left(rehearsal, SafetyCopied.class).tables()).isGreaterThan(10);
		assertThat(this.copies.of(migration.id())).isEmpty();
		assertThat(said(rehearsal)).anyMatch((text) -> text.startsWith("The safety copy took")
				&& text.endsWith("it adds nothing to the time without the app."));
		Run cutover = this.pilot.done(this.pilot.startCutover(migration));
		Path file = this.copies.find(migration.id(), cutover.id()).orElseThrow();
		assertThat(Checksum.of(file)).isEqualTo(this.pilot.left(cutover, SafetyCopied.class).sha256());
		sweepsWhatTheRunsLeft(migration, file);
		sweepAfter(Duration.ofDays(31));
		assertThat(this.copies.of(migration.id())).isEmpty();
		assertThat(said(cutover)).anyMatch((text) -> text.matches("Safety copy of RUN-\\d+ deleted as planned.*"));
	}

	/** Backups go at once, the rest of the jobs after a week. */
	private void sweepsWhatTheRunsLeft(Migration migration, Path safetyCopy) throws IOException {
		assertThat(jobs(migration)).hasSizeGreaterThan(5);
		assertThat(backups(migration)).isNotEmpty();
		this.sweep.sweep();
		assertThat(jobs(migration)).hasSizeGreaterThan(5);
		assertThat(backups(migration)).isEmpty();
		sweepAfter(Duration.ofDays(8));
		assertThat(jobs(migration)).isEmpty();
		assertThat(safetyCopy).exists();
	}

	@Test
	void leavesARunAloneThatIsNotOverAndDeletesAllAtATeardown() throws IOException {
		Migration migration = this.pilot.prepared(database(Method.WINDOW));
		Run rehearsal = this.pilot.start(migration, RunKind.REHEARSAL);
		this.pilot.driveTo(rehearsal, (run) -> run.step("copy").orElseThrow().status() == StepStatus.DONE);
		List<String> before = jobs(migration);
		sweepAfter(Duration.ofDays(40));
		assertThat(jobs(migration)).isEqualTo(before).isNotEmpty();
		assertThat(this.pilot.done(rehearsal).status()).isEqualTo(RunStatus.DONE);
		Path kept = this.home.path().resolve("left.dump");
		Files.writeString(kept, "data");
		this.copies.keep(migration.id(), rehearsal.id(), kept);
		this.pilot.done(this.pilot.start(migration, RunKind.TEARDOWN));
		assertThat(jobs(migration)).isEmpty();
		assertThat(this.copies.of(migration.id())).isEmpty();
	}

	@Test
	void deletesAnUploadThatAnotherOneReplacedOnceItIsNotFresh() throws IOException {
		Migration migration = this.pilot.migration();
		String answered = upload(migration, "a", Duration.ofHours(2));
		String replaced = upload(migration, "b", Duration.ofHours(2));
		String fresh = upload(migration, "c", Duration.ofMinutes(30));
		Path foreign = Files.writeString(file(migration, answered).resolveSibling("notes.txt"), "not ours");
		this.migrations.answer(migration.id(), migration.version(),
				Answers.none().with("source", Map.of("kind", "file", "sha256", answered)).toJson(), "Answered",
				Pilot.OLGA);
		this.sweep.sweep();
		assertThat(this.uploads.of(migration.id())).containsExactlyInAnyOrder(answered, fresh);
		assertThat(foreign).exists();
		assertThat(this.journal.newest(Pilot.OLGA.teamId(), migration.id(), null, 10)).extracting(JournalEntry::text)
			.contains("Uploaded backup " + replaced + " deleted: another one replaced it");
		sweepAfter(Duration.ofHours(1));
		assertThat(this.uploads.of(migration.id())).containsExactly(answered);
	}

	/** A backup that somebody uploaded so long ago. */
	private String upload(Migration migration, String digit, Duration age) throws IOException {
		String sha256 = digit.repeat(64);
		Path file = file(migration, sha256);
		Files.createDirectories(file.getParent());
		Files.writeString(file, "data");
		Files.setLastModifiedTime(file, FileTime.from(this.clock.instant().minus(age)));
		return sha256;
	}

	private Path file(Migration migration, String sha256) {
		return this.home.path().resolve("backups").resolve(migration.id()).resolve(sha256 + ".dump");
	}

	/** The clock goes back, as files of the jobs to come carry the time of the disk. */
	private void sweepAfter(Duration time) {
		this.engine.tick(time);
		this.sweep.sweep();
		this.engine.tick(time.negated());
	}

	private List<String> jobs(Migration migration) throws IOException {
		try (Stream<Path> jobs = Files.list(this.home.path().resolve("jobs"))) {
			return jobs.map((job) -> job.getFileName().toString())
				.filter((name) -> name.contains(migration.id()))
				.sorted()
				.toList();
		}
	}

	private List<Path> backups(Migration migration) throws IOException {
		try (Stream<Path> files = Files.walk(this.home.path().resolve("jobs"))) {
			return files.filter((file) -> file.toString().contains(migration.id()) && file.toString().endsWith(".dump"))
				.toList();
		}
	}

	private List<String> said(Run run) {
		return this.journal.newest(Pilot.OLGA.teamId(), null, run.id(), 500).stream().map(JournalEntry::text).toList();
	}

	private static SourceDatabase database(Method method) {
		return new SourceDatabase(Kind.HEROKU, "", 0, "", "", "", method);
	}

}
