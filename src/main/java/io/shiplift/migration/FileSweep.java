package io.shiplift.migration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.shiplift.data.BackupFiles;
import io.shiplift.data.FinishedJobs;
import io.shiplift.data.SafetyCopies;
import io.shiplift.fact.SafetyCopied;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalKind;
import io.shiplift.journal.Subject;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Deletes files that nothing needs any more: backups as soon as their run is over, other
 * files of its jobs some days later, safety copies when their time is up, and uploads
 * that were replaced. What it does not know it leaves alone.
 */
@Component
public class FileSweep {

	/** An upload is on the disk for a moment before it is an answer. */
	private static final Duration FRESH = Duration.ofHours(1);

	private final FinishedJobs jobs;

	private final SafetyCopies copies;

	private final BackupFiles uploads;

	private final FileOwners owners;

	private final Journal journal;

	private final Clock clock;

	private final Duration keep;

	FileSweep(FinishedJobs jobs, SafetyCopies copies, BackupFiles uploads, FileOwners owners, Journal journal,
			Clock clock, @Value("${shiplift.jobs.keep:7d}") Duration keep) {
		this.jobs = jobs;
		this.copies = copies;
		this.uploads = uploads;
		this.owners = owners;
		this.journal = journal;
		this.clock = clock;
		this.keep = keep;
	}

	public void sweep() {
		Map<Long, List<FinishedJobs.Job>> byRun = this.jobs.all()
			.stream()
			.collect(Collectors.groupingBy(FinishedJobs.Job::runId));
		byRun.forEach((id, left) -> this.owners.ended(id).ifPresent((run) -> sweep(run, left)));
		this.copies.all().forEach(this::sweep);
		this.uploads.migrations().forEach(this::sweepUploads);
	}

	/** As long as one job lives, all stay: whoever ends it finds it by the others. */
	private void sweep(Run run, List<FinishedJobs.Job> left) {
		if (left.stream().anyMatch(this.jobs::working)) {
			return;
		}
		if (over(run, this.keep)) {
			left.forEach(this.jobs::remove);
		}
		else {
			left.forEach(this.jobs::removeBackups);
		}
	}

	private void sweep(SafetyCopies.Copy copy) {
		Run run = this.owners.ended(copy.runId()).orElse(null);
		if (run == null) {
			return;
		}
		Optional<Instant> until = this.owners.left(run, SafetyCopied.class).map((fact) -> Instant.parse(fact.until()));
		boolean due = until.map((end) -> !end.isAfter(this.clock.instant())).orElseGet(() -> over(run, this.keep));
		if (due) {
			long bytes = this.copies.delete(copy);
			this.journal.write(JournalKind.NOTE, Subject.step(run.teamId(), run.migrationId(), run.id(), "safetycopy"),
					"Shiplift", "Safety copy of " + run.reference() + " deleted as planned (" + bytes + " bytes)");
		}
	}

	private void sweepUploads(String migrationId) {
		Migration migration = this.owners.migration(migrationId).orElse(null);
		if (migration == null) {
			return;
		}
		Instant fresh = this.clock.instant().minus(FRESH);
		List<String> needed = this.owners.uploads(migration);
		for (String sha256 : this.uploads.of(migrationId)) {
			if (!needed.contains(sha256) && this.uploads.since(migrationId, sha256).isBefore(fresh)) {
				this.uploads.delete(migrationId, sha256);
				this.journal.write(JournalKind.NOTE, Subject.migration(migration.teamId(), migrationId), "Shiplift",
						"Uploaded backup " + sha256 + " deleted: another one replaced it");
			}
		}
	}

	private boolean over(Run run, Duration since) {
		Instant ended = run.endedAt();
		return ended != null && !ended.plus(since).isAfter(this.clock.instant());
	}

}
