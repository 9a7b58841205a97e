package io.shiplift.steps.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.shiplift.data.BackupFiles;
import io.shiplift.data.BackupMove;
import io.shiplift.data.MoveState;
import io.shiplift.heroku.Heroku;
import io.shiplift.heroku.Herokus;
import io.shiplift.mover.Backup;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.step.StepContext;
import io.shiplift.steps.SourceDatabases;

import org.springframework.stereotype.Component;

/**
 * Gets the backup file of an attempt: one that Heroku captures now, one that is written
 * from a typed address, or the uploaded one.
 */
@Component
class BackupSource {

	private final Herokus herokus;

	private final SourceDatabases sources;

	private final BackupMove backups;

	private final BackupFiles files;

	BackupSource(Herokus herokus, SourceDatabases sources, BackupMove backups, BackupFiles files) {
		this.herokus = herokus;
		this.sources = sources;
		this.backups = backups;
		this.files = files;
	}

	/** The backup, or empty while it is being made. */
	Optional<Backup> find(StepContext context, String token) {
		return switch (context.plan().database().kind()) {
			case HEROKU -> captured(context, token);
			case ADDRESS -> dumped(context, token + "-dump");
			case FILE -> Optional.of(this.files.backup(context.migrationId(), context.plan().database().database()));
		};
	}

	/** How long the capture took. */
	Optional<Duration> duration(StepContext context) {
		Optional<String> begun = context.recall(name(context, "capture"), String.class);
		Optional<String> ended = context.recall(name(context, "captured"), String.class);
		return begun.flatMap((from) -> ended.map((to) -> Duration.between(Instant.parse(from), Instant.parse(to))));
	}

	void stop(String token) {
		this.backups.stop(token + "-dump");
	}

	/** A later run must not take what an earlier one remembered for its own. */
	private static String name(StepContext context, String what) {
		return what + "-" + context.runId() + "-" + context.attempt();
	}

	private Optional<Backup> captured(StepContext context, String token) {
		Heroku heroku = this.herokus.open(context.connection());
		String app = context.plan().source().name();
		Optional<Integer> known = context.recall(name(context, "backup"), Integer.class);
		if (known.isEmpty()) {
			context.remember(name(context, "capture"), String.class, () -> context.clock().instant().toString());
			int before = context.remember(name(context, "before"), Integer.class, () -> newest(heroku.backups(app)));
			Heroku.Backup begun = madeAfter(before, heroku.backups(app)).orElseGet(() -> context
				.act("Capture a backup of " + app, () -> heroku.captureBackup(app, token + "-capture")));
			known = Optional.of(context.remember(name(context, "backup"), Integer.class, begun::number));
		}
		int number = known.get();
		Heroku.Backup backup = heroku.backups(app)
			.stream()
			.filter((one) -> one.number() == number)
			.findFirst()
			.orElseThrow(() -> new OutsideProblem(OutsideProblem.Kind.REFUSED,
					"Heroku does not know the backup any more. Retry captures another."));
		return switch (backup.state()) {
			case RUNNING -> Optional.empty();
			case FAILED -> throw new OutsideProblem(OutsideProblem.Kind.REFUSED, "Heroku could not capture backup "
					+ backup.name() + ": " + backup.note() + " Retry captures another.");
			case DONE -> {
				context.remember(name(context, "captured"), String.class, () -> context.clock().instant().toString());
				yield Optional.of(new Backup(null, heroku.backupUrl(app, number), backup.bytes(), null));
			}
		};
	}

	private static int newest(List<Heroku.Backup> backups) {
		return backups.stream().mapToInt(Heroku.Backup::number).max().orElse(0);
	}

	/**
	 * A backup that was begun after we meant to capture one: ours, if nobody heard
	 * Heroku's answer, or one that has the same data.
	 */
	private static Optional<Heroku.Backup> madeAfter(int before, List<Heroku.Backup> backups) {
		return backups.stream()
			.filter((one) -> one.number() > before && one.state() != Heroku.Backup.State.FAILED)
			.min(Comparator.comparingInt(Heroku.Backup::number));
	}

	private Optional<Backup> dumped(StepContext context, String token) {
		Optional<MoveState> state = this.backups.state(token);
		if (state.isEmpty()) {
			context.act("Write a backup of the source",
					() -> this.backups.dump(token, this.sources.address(context.connection(), context.plan())));
			return Optional.empty();
		}
		return switch (state.get().status()) {
			case RUNNING -> Optional.empty();
			case DONE -> Optional.of(Backup.at(this.backups.dumped(token).file(), this.backups.dumped(token).sha256()));
			case FAILED, DIED -> throw new OutsideProblem(OutsideProblem.Kind.REFUSED, state.get().message());
		};
	}

}
