package io.shiplift.steps.copy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.shiplift.data.BackupMove;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.data.MoveState;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.Measured;
import io.shiplift.mover.Backup;
import io.shiplift.mover.BackupContents;
import io.shiplift.mover.Restored;
import io.shiplift.plan.Plan.SourceDatabase;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.steps.Destinations;
import io.shiplift.steps.FreshDatabases;

import org.springframework.stereotype.Component;

/**
 * Fills a fresh database from a backup file: gets the file, looks at it, makes the
 * database that it asks for, restores it. Each part is found again by its token.
 */
@Component
class BackupCopy {

	private static final Duration POLL = Duration.ofSeconds(1);

	private static final int NAMED = 6;

	private final BackupSource source;

	private final BackupMove backups;

	private final Destinations destinations;

	private final FreshDatabases databases;

	private final BackupLoad load;

	BackupCopy(BackupSource source, BackupMove backups, Destinations destinations, FreshDatabases databases,
			BackupLoad load) {
		this.load = load;
		this.source = source;
		this.backups = backups;
		this.destinations = destinations;
		this.databases = databases;
	}

	static boolean concerns(StepContext context) {
		SourceDatabase database = context.plan().database();
		return database.method() == SourceDatabase.Method.BACKUP || database.kind() == SourceDatabase.Kind.FILE;
	}

	/**
	 * A backup that would be restored too late is not begun, or ended at once, while the
	 * source can still serve.
	 */
	StepResult advance(StepContext context, String token) {
		BackupWatch watch = new BackupWatch(context);
		Optional<MoveState> restore = this.backups.state(token);
		String tooLate = watch.begun() ? "" : watch.begin(this.load.of(context));
		if (!tooLate.isEmpty()) {
			return StepResult.failed(tooLate);
		}
		String tooSlow = restore.filter((state) -> state.status() == MoveState.Status.DONE).isPresent() ? ""
				: watch.tooSlow(restore.orElse(null));
		if (!tooSlow.isEmpty()) {
			context.act("End the restore, as it would take too long", () -> stop(token));
			return StepResult.failed(tooSlow);
		}
		return go(context, token, watch, restore);
	}

	private StepResult go(StepContext context, String token, BackupWatch watch, Optional<MoveState> restore) {
		if (restore.isPresent()) {
			return judge(restore.get(), watch, () -> done(context, token, watch, restore.get()));
		}
		Optional<MoveState> look = this.backups.state(look(token));
		return look.isPresent() ? judge(look.get(), watch, () -> restore(context, token, watch))
				: begin(context, token, watch);
	}

	void stop(String token) {
		this.source.stop(token);
		this.backups.stop(look(token));
		this.backups.stop(token);
	}

	private static StepResult judge(MoveState state, BackupWatch watch, Next next) {
		return switch (state.status()) {
			case RUNNING -> StepResult.underway(POLL, watch.note(state), state.percent());
			case DONE -> next.step();
			case DIED -> StepResult.retry(state.message());
			case FAILED -> StepResult.failed(state.message() + " Retry starts anew in a fresh database.");
		};
	}

	private StepResult begin(StepContext context, String token, BackupWatch watch) {
		Optional<Backup> backup = this.source.find(context, token);
		if (backup.isEmpty()) {
			return StepResult.underway(POLL, watch.note("The backup is being written"));
		}
		context.act("Look at the backup", () -> this.backups.look(look(token), backup.get()));
		return StepResult.underway(POLL, "Looking at the backup", 0);
	}

	private StepResult restore(StepContext context, String token, BackupWatch watch) {
		BackupContents contents = this.backups.restored(look(token)).contents();
		DatabaseFacts facts = DatabaseFacts.of(contents);
		if (!facts.movable()) {
			return StepResult.failed(String.join(" ", facts.problems()));
		}
		context.note("The backup is of PostgreSQL " + contents.version() + ", made " + contents.made() + ": "
				+ contents.bytes() + " bytes, SHA-256 " + contents.sha256() + ", " + contents.tables() + " tables.");
		DatabaseAddress fresh = this.databases.make(context, facts);
		watch.restoring();
		context.act("Start to restore the backup into " + fresh.database(),
				() -> this.backups.restore(token, contents, fresh));
		return StepResult.underway(POLL, "The restore has started", 0);
	}

	private StepResult done(StepContext context, String token, BackupWatch watch, MoveState state) {
		Restored restored = this.backups.restored(token);
		leftOut(restored).forEach(context::note);
		Map<String, Long> seconds = new LinkedHashMap<>();
		this.source.duration(context).ifPresent((time) -> seconds.put("capture", Math.max(1, time.toSeconds())));
		this.backups.state(look(token)).ifPresent((look) -> seconds.putAll(look.secondsByPhase()));
		state.secondsByPhase().forEach((phase, more) -> seconds.merge(phase, more, Long::sum));
		return StepResult.done(new DataCopied(token,
				this.destinations.describe(context, this.destinations.owner(context, context.attempt())),
				watch.bytes(state.bytes()), seconds, measured(context, token, watch, restored)));
	}

	/** For the forecast a backup is one phase: how long until the data is there. */
	private Measured measured(StepContext context, String token, BackupWatch watch, Restored restored) {
		long millis = this.source.duration(context).orElse(Duration.ZERO).toMillis()
				+ this.backups.state(token).map(BackupCopy::millis).orElse(0L)
				+ this.backups.state(look(token)).map(BackupCopy::millis).orElse(0L);
		long rows = restored.tables().stream().mapToLong((table) -> Math.max(0, table.count())).sum();
		return watch.measured(rows, restored.contents().tables(), millis);
	}

	private static long millis(MoveState state) {
		return state.pace().millisByPhase().values().stream().mapToLong(Long::longValue).sum();
	}

	/** One sentence for each rule. */
	private static List<String> leftOut(Restored restored) {
		Map<String, List<String>> byRule = restored.leftOut()
			.stream()
			.collect(Collectors.groupingBy(Restored.LeftOut::rule, TreeMap::new,
					Collectors.mapping(Restored.LeftOut::object, Collectors.toList())));
		return byRule.entrySet()
			.stream()
			.map((entry) -> "Left out (" + entry.getKey() + "): "
					+ entry.getValue().stream().limit(NAMED).collect(Collectors.joining(", "))
					+ ((entry.getValue().size() > NAMED) ? " and " + (entry.getValue().size() - NAMED) + " more."
							: "."))
			.toList();
	}

	private static String look(String token) {
		return token + "-look";
	}

	private interface Next {

		StepResult step();

	}

}
