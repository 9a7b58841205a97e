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
import io.shiplift.forecast.Phase;
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

	BackupCopy(BackupSource source, BackupMove backups, Destinations destinations, FreshDatabases databases) {
		this.source = source;
		this.backups = backups;
		this.destinations = destinations;
		this.databases = databases;
	}

	static boolean concerns(StepContext context) {
		SourceDatabase database = context.plan().database();
		return database.method() == SourceDatabase.Method.BACKUP || database.kind() == SourceDatabase.Kind.FILE;
	}

	StepResult advance(StepContext context, String token) {
		Optional<MoveState> restore = this.backups.state(token);
		if (restore.isPresent()) {
			return judge(restore.get(), () -> done(context, token, restore.get()));
		}
		Optional<MoveState> look = this.backups.state(look(token));
		return look.isPresent() ? judge(look.get(), () -> restore(context, token)) : begin(context, token);
	}

	void stop(String token) {
		this.source.stop(token);
		this.backups.stop(look(token));
		this.backups.stop(token);
	}

	private static StepResult judge(MoveState state, Next next) {
		return switch (state.status()) {
			case RUNNING -> StepResult.underway(POLL, state.message(), state.percent());
			case DONE -> next.step();
			case DIED -> StepResult.retry(state.message());
			case FAILED -> StepResult.failed(state.message() + " Retry starts anew in a fresh database.");
		};
	}

	private StepResult begin(StepContext context, String token) {
		Optional<Backup> backup = this.source.find(context, token);
		if (backup.isEmpty()) {
			return StepResult.underway(POLL, "The backup is being written");
		}
		context.act("Look at the backup", () -> this.backups.look(look(token), backup.get()));
		return StepResult.underway(POLL, "Looking at the backup", 0);
	}

	private StepResult restore(StepContext context, String token) {
		BackupContents contents = this.backups.restored(look(token)).contents();
		DatabaseFacts facts = DatabaseFacts.of(contents);
		if (!facts.movable()) {
			return StepResult.failed(String.join(" ", facts.problems()));
		}
		context.note("The backup is of PostgreSQL " + contents.version() + ", made " + contents.made() + ": "
				+ contents.bytes() + " bytes, SHA-256 " + contents.sha256() + ", " + contents.tables() + " tables.");
		DatabaseAddress fresh = this.databases.make(context, facts);
		context.act("Start to restore the backup into " + fresh.database(),
				() -> this.backups.restore(token, contents, fresh));
		return StepResult.underway(POLL, "The restore has started", 0);
	}

	private StepResult done(StepContext context, String token, MoveState state) {
		Restored restored = this.backups.restored(token);
		leftOut(restored).forEach(context::note);
		Map<String, Long> seconds = new LinkedHashMap<>();
		this.source.duration(context).ifPresent((time) -> seconds.put("capture", Math.max(1, time.toSeconds())));
		this.backups.state(look(token)).ifPresent((look) -> seconds.putAll(look.secondsByPhase()));
		state.secondsByPhase().forEach((phase, more) -> seconds.merge(phase, more, Long::sum));
		return StepResult.done(new DataCopied(token,
				this.destinations.describe(context, this.destinations.owner(context, context.attempt())), state.bytes(),
				seconds, measured(context, token, state, restored)));
	}

	/** For the forecast a backup is one phase: how long until the data is there. */
	private Measured measured(StepContext context, String token, MoveState state, Restored restored) {
		long millis = this.source.duration(context).orElse(Duration.ZERO).toMillis() + millis(state)
				+ this.backups.state(look(token)).map(BackupCopy::millis).orElse(0L);
		long rows = restored.tables().stream().mapToLong((table) -> Math.max(0, table.count())).sum();
		return new Measured(SourceDatabase.Method.BACKUP.name(), rows, 0, restored.contents().tables(), 2,
				Map.of(Phase.BACKUP.key(), millis), 0, "");
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
