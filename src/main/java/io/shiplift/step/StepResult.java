package io.shiplift.step;

import java.time.Duration;

import io.shiplift.fact.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What a step answers after it looked and nudged. There is no fifth kind.
 */
public sealed interface StepResult {

	static StepResult done(Fact fact) {
		return new Done(fact);
	}

	/** The undo is complete: nothing of the step is left outside. */
	static StepResult undone() {
		return new Done(null);
	}

	static StepResult underway(Duration lookAgain, String note) {
		return new Underway(lookAgain, note, -1);
	}

	static StepResult underway(Duration lookAgain, String note, int percent) {
		return new Underway(lookAgain, note, percent);
	}

	static StepResult blocked(String what) {
		return new Blocked(what, Duration.ofSeconds(15));
	}

	static StepResult failed(String reason) {
		return new Failed(reason, false);
	}

	static StepResult retry(String reason) {
		return new Failed(reason, true);
	}

	/** It stands. The fact is what others need to know; an undo leaves none. */
	record Done(@Nullable Fact fact) implements StepResult {

	}

	/** It is on its way; {@code percent} is negative if unknown. */
	record Underway(Duration lookAgain, String note, int percent) implements StepResult {

	}

	/** A person must act; the step keeps looking whether they did. */
	record Blocked(String what, Duration lookAgain) implements StepResult {

	}

	/** It did not work out; {@code retryHelps} if trying again can change that. */
	record Failed(String reason, boolean retryHelps) implements StepResult {

	}

}
