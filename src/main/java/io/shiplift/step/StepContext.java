package io.shiplift.step;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.shiplift.credentials.Connection;
import io.shiplift.fact.Fact;
import io.shiplift.fact.Kept;
import org.jspecify.annotations.Nullable;

/**
 * What a step knows of its run, and its only way to act on the outside.
 */
public interface StepContext extends Outlook {

	long runId();

	RunKind kind();

	/**
	 * Goes up with every new try; a runner that takes over after a crash stays in the
	 * same one.
	 */
	int attempt();

	/** Goes up when a half-made thing has to be replaced by a new one. */
	int generation();

	Connection connection();

	/** A fact that {@link StepSheet#needs} promised. */
	<F extends Fact> F fact(Class<F> type);

	/** What all runs of this migration left of a kind, rehearsals too, oldest first. */
	<F extends Fact> List<Kept<F>> kept(Class<F> type);

	/** The decision that released this run, if it needed one. */
	Optional<Decision> decision();

	/**
	 * Carries out one mutating call. The intent is committed before, the result after; a
	 * runner that has been replaced meanwhile is stopped before the call.
	 */
	<T> T act(String intent, Supplier<T> call);

	/**
	 * Looks once and keeps what was seen, so that it can be put back after a crash too.
	 * What was seen first is committed before this returns.
	 */
	<T> T remember(String name, Class<T> type, Supplier<T> look);

	/** What the step remembered, in this run or, for its undo, in the run that did it. */
	<T> Optional<T> recall(String name, Class<T> type);

	/** Keeps something new under a name, such as how far the step has looked. */
	<T> void renew(String name, T value);

	/** Leaves a sentence in the journal for those who watch. */
	void note(String text);

	/**
	 * Keeps a report of this attempt as evidence, as JSON, and answers its fingerprint.
	 * Only the first report of an attempt is kept.
	 */
	String keep(String report);

	Clock clock();

	/** The same as {@link #act(String, Supplier)} for a call without an answer. */
	default void act(String intent, Runnable call) {
		act(intent, () -> {
			call.run();
			return Boolean.TRUE;
		});
	}

	/** A token that is the same at every attempt of this generation. */
	default String token(String action) {
		return name(action) + "-" + runId() + "-g" + generation();
	}

	/** The tags that everything created carries. */
	default Map<String, String> tags(String step) {
		return tags(step, generation());
	}

	/**
	 * Somebody's decision on the run; the app must serve again at {@code abortBy}, if
	 * there is such a time.
	 */
	record Decision(String requestedBy, String decidedBy, String reason, String planHash, @Nullable Instant abortBy) {

		public Decision(String requestedBy, String decidedBy, String reason, String planHash) {
			this(requestedBy, decidedBy, reason, planHash, null);
		}

	}

}
