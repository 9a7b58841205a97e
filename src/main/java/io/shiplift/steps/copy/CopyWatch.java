package io.shiplift.steps.copy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.shiplift.data.DatabaseFacts;
import io.shiplift.data.DatabaseLimits;
import io.shiplift.data.MoveState;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.DataVerified;
import io.shiplift.fact.Measured;
import io.shiplift.fact.SchemaMigrated;
import io.shiplift.forecast.Load;
import io.shiplift.forecast.Model;
import io.shiplift.forecast.Prediction.Progress;
import io.shiplift.forecast.Rehearsals;
import io.shiplift.forecast.Span;
import io.shiplift.plan.Plan;
import io.shiplift.step.StepContext;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a running copy with the eyes of the forecast: how far it is, when it will be
 * over, and whether the app would still serve again in time.
 */
final class CopyWatch {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private final StepContext context;

	CopyWatch(StepContext context) {
		this.context = context;
	}

	/** Keeps what is to be expected of this attempt. */
	Watched begin(DatabaseFacts facts) {
		DatabaseLimits limits = facts.limits();
		return begin(new Load(limits.tableBytes(), facts.rows(), limits.lateBytes(), facts.tables().size(),
				facts.streams()));
	}

	Watched begin(Load load) {
		return this.context.remember(name(), Watched.class,
				() -> new Watched(load, model().predict(method(), load), this.context.clock().instant().toString()));
	}

	/** Why the copy should not begin, or an empty text. */
	String tooLate(Watched watched) {
		return late(watched.prediction().total())
			.map((when) -> "The forecast says that the app would be down until about " + when.ready()
					+ ", but it must serve again by " + when.limit() + ". Nothing was copied: go back, and ask for a"
					+ " longer window.")
			.orElse("");
	}

	/** Why a running copy has to end, or an empty text. */
	String tooSlow(MoveState move) {
		return watched().map((watched) -> tooSlow(watched, progress(watched, move))).orElse("");
	}

	/** The same for a copy whose progress is known otherwise. */
	String tooSlow(Watched watched, Progress progress) {
		return late(watched.prediction().left(progress))
			.map((when) -> "The copy was ended, as the app would be down until about " + when.ready()
					+ ", but it must serve again by " + when.limit()
					+ ". The source is as it was: go back, and Heroku serves again.")
			.orElse("");
	}

	int percent(MoveState move) {
		return watched().map((watched) -> watched.prediction().percent(progress(watched, move))).orElse(move.percent());
	}

	/** What the mover says, with its speed and what is left. */
	String note(MoveState move) {
		Watched watched = watched().orElse(null);
		if (watched == null) {
			return move.message();
		}
		Progress progress = progress(watched, move);
		String speed = speed(move, progress);
		return note(speed.isEmpty() ? move.message() : move.message() + ". " + speed, watched, progress);
	}

	/** Any sentence with what is left. */
	String note(String message, Watched watched, Progress progress) {
		String left = watched.prediction().copyLeft(progress).words() + " left";
		return message + ". " + left.substring(0, 1).toUpperCase(Locale.ROOT) + left.substring(1);
	}

	/** What the copy was, for the next forecast; tells how good this one was. */
	@Nullable Measured measured(MoveState move) {
		Watched watched = watched().orElse(null);
		if (watched == null) {
			return null;
		}
		MoveState.Pace pace = move.pace();
		return measured(watched, pace.rows(), pace.lateBytes(), pace.millisByPhase());
	}

	Measured measured(Watched watched, long rows, long lateBytes, Map<String, Long> millisByPhase) {
		Span forecast = watched.prediction().copy();
		Measured measured = new Measured(method(), rows, lateBytes, watched.load().tables(), watched.load().workers(),
				millisByPhase, forecast.expected().toSeconds(), watched.prediction().basis());
		this.context.note("The copy took " + Span.words(measured.millis() / 1000.0) + ". The forecast was "
				+ forecast.words() + ", most likely " + Span.words(forecast.likely()) + " (" + off(measured)
				+ "), made from " + measured.forecastFrom() + ".");
		return measured;
	}

	private static String off(Measured measured) {
		long percent = measured.errorPercent();
		return Math.abs(percent) + " % " + ((percent < 0) ? "too long" : "too short");
	}

	private Model model() {
		return Model.of(Rehearsals.of(this.context.kept(DataCopied.class), this.context.kept(DataVerified.class),
				this.context.kept(SchemaMigrated.class)));
	}

	Optional<Watched> watched() {
		return this.context.recall(name(), Watched.class);
	}

	private Progress progress(Watched watched, MoveState move) {
		long over = move.pace().millisByPhase().values().stream().mapToLong(Long::longValue).sum();
		Duration spent = Duration.between(Instant.parse(watched.since()), this.context.clock().instant())
			.minusMillis(over);
		return new Progress(move.phase(), move.pace().share(), spent.isNegative() ? Duration.ZERO : spent);
	}

	private static String speed(MoveState move, Progress progress) {
		double seconds = progress.inPhase().toMillis() / 1000.0;
		if (!move.phase().equals("rows") || seconds < 1 || move.pace().done() == 0) {
			return "";
		}
		return String.format(Locale.ENGLISH, "%,d rows a second, %,.1f MB/s", Math.round(move.pace().rows() / seconds),
				move.pace().done() / seconds / 1e6);
	}

	private Optional<Late> late(Span left) {
		Instant limit = this.context.decision().map(StepContext.Decision::abortBy).orElse(null);
		Instant ready = this.context.clock().instant().plus(left.expected());
		return (limit != null && ready.isAfter(limit)) ? Optional.of(new Late(TIME.format(ready), TIME.format(limit)))
				: Optional.empty();
	}

	/** A later run must not take what an earlier one kept for its own. */
	private String name() {
		return "watch-" + this.context.runId() + "-" + this.context.attempt();
	}

	private String method() {
		return BackupCopy.concerns(this.context) ? Plan.SourceDatabase.Method.BACKUP.name()
				: this.context.plan().database().method().name();
	}

	private record Late(String ready, String limit) {

	}

}
