package io.shiplift.step;

import java.util.Optional;
import java.util.Set;

import io.shiplift.fact.Fact;
import io.shiplift.plan.Plan;

/**
 * One piece of work. A step is a reconciler: it looks at what exists outside, nudges, and
 * answers. It returns within seconds, waits for nothing, and may be run again at any
 * time. Steps never call one another; the order follows from facts.
 */
public interface Step {

	/** Short, unique and stable, such as {@code network}. */
	String key();

	/** What the page shows, such as "Private network". */
	String title();

	/** One sentence: what it does and why. */
	String purpose();

	/** Run kinds in which {@link #advance} takes part. */
	Set<RunKind> forward();

	/** Run kinds in which {@link #undo} takes part. */
	default Set<RunKind> backward() {
		return Set.of();
	}

	default boolean appliesTo(Plan plan) {
		return true;
	}

	/**
	 * Facts that must stand before; those nobody yields in this run come from earlier
	 * runs.
	 */
	default Set<Class<? extends Fact>> needs(RunKind kind) {
		return Set.of();
	}

	Class<? extends Fact> yields();

	/** Whether going back after this step loses what was written since. */
	default boolean pointOfNoReturn() {
		return false;
	}

	/** Whether a person may skip it, with a reason. */
	default boolean skippable() {
		return false;
	}

	/**
	 * The fact that stands if a person did the work by hand; empty if that is not
	 * allowed.
	 */
	default Optional<Fact> byHand(String person) {
		return Optional.empty();
	}

	/** Whether {@link #byHand} may answer, for the page. */
	default boolean handAllowed() {
		return false;
	}

	StepResult advance(StepContext context);

	default StepResult undo(StepContext context) {
		throw new IllegalStateException("Step " + key() + " has no undo");
	}

}
