package io.shiplift.steps.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.shiplift.data.MoveState;
import io.shiplift.fact.Measured;
import io.shiplift.forecast.Load;
import io.shiplift.forecast.Phase;
import io.shiplift.forecast.Prediction.Progress;
import io.shiplift.plan.Plan.SourceDatabase.Method;
import io.shiplift.step.StepContext;
import org.jspecify.annotations.Nullable;

/**
 * Looks at taking and restoring a backup with the eyes of the forecast, for which both
 * are one phase.
 */
final class BackupWatch {

	/** Before that much is restored, its speed says little. */
	private static final int TELLING = 5;

	private final StepContext context;

	private final CopyWatch watch;

	BackupWatch(StepContext context) {
		this.context = context;
		this.watch = new CopyWatch(context);
	}

	boolean begun() {
		return this.watch.watched().isPresent();
	}

	/** Keeps what is to be expected; answers why it should not begin, if so. */
	String begin(Load load) {
		return this.watch.tooLate(this.watch.begin(load));
	}

	/** Keeps when the restore began, by which its speed is judged. */
	void restoring() {
		this.context.remember(name(), String.class, () -> this.context.clock().instant().toString());
	}

	/** Why it has to end, or an empty text. */
	String tooSlow(@Nullable MoveState restore) {
		return this.watch.watched()
			.map((watched) -> this.watch.tooSlow(watched, progress(watched, restore)))
			.orElse("");
	}

	/** What the mover says, with what is left. */
	String note(MoveState state) {
		return this.watch.watched()
			.map((watched) -> this.watch.note(state.message(), watched, progress(watched, state)))
			.orElse(state.message());
	}

	String note(String message) {
		return this.watch.watched()
			.map((watched) -> this.watch.note(message, watched, progress(watched, null)))
			.orElse(message);
	}

	/** Bytes of the source's tables, or those given if nobody looked. */
	long bytes(long otherwise) {
		return this.watch.watched()
			.map((watched) -> watched.load().bytes())
			.filter((bytes) -> bytes > 0)
			.orElse(otherwise);
	}

	Measured measured(long rows, int tables, long millis) {
		Map<String, Long> phase = Map.of(Phase.BACKUP.key(), millis);
		return this.watch.watched()
			.map((watched) -> this.watch.measured(watched, rows, watched.load().lateBytes(), phase))
			.orElseGet(() -> new Measured(Method.BACKUP.name(), rows, 0, tables, 2, phase, 0, ""));
	}

	/** As long as nothing is restored yet, only time tells. */
	private Progress progress(Watched watched, @Nullable MoveState restore) {
		Instant now = this.context.clock().instant();
		Instant since = Instant.parse(watched.since());
		Duration spent = Duration.between(since, now);
		Instant restoring = this.context.recall(name(), String.class).map(Instant::parse).orElse(null);
		double share = 0;
		if (restore != null && restoring != null && restore.percent() >= TELLING) {
			double before = Duration.between(since, restoring).toMillis();
			double all = before + Duration.between(restoring, now).toMillis() * 100.0 / restore.percent();
			share = (all > 0) ? Math.min(1, spent.toMillis() / all) : 0;
		}
		return new Progress(Phase.BACKUP.key(), share, spent);
	}

	private String name() {
		return "restoring-" + this.context.runId() + "-" + this.context.attempt();
	}

}
