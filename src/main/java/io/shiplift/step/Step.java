package io.shiplift.step;

import java.util.List;
import java.util.Optional;

import io.shiplift.fact.Fact;
import io.shiplift.plan.Plan;

/**
 * One piece of work. A step is a reconciler: it looks at what exists outside, nudges, and
 * answers. It returns within seconds, waits for nothing, and may be run again at any
 * time. Steps never call one another; the order follows from facts.
 */
public interface Step {

	StepSheet sheet();

	default String key() {
		return sheet().key();
	}

	default String title() {
		return sheet().title();
	}

	default boolean is(StepSheet.Trait trait) {
		return sheet().traits().contains(trait);
	}

	default boolean appliesTo(Plan plan) {
		return true;
	}

	/** What the step will make, for the plan. */
	default List<Plan.Resource> resources(Plan plan) {
		return List.of();
	}

	/** The stack that the step would build, if it builds one from a template. */
	default Optional<Blueprint> blueprint(Outlook outlook) {
		return Optional.empty();
	}

	/** The fact that stands if a person did the work by hand. */
	default Optional<Fact> byHand(Plan plan, String person) {
		return Optional.empty();
	}

	StepResult advance(StepContext context);

	/**
	 * Looks after what a finished step left running, now and then while its run goes on;
	 * only with {@link StepSheet.Trait#TENDED}.
	 * @return what people have to know, or an empty text
	 */
	default String tend(StepContext context) {
		return "";
	}

	default StepResult undo(StepContext context) {
		throw new IllegalStateException("Step " + key() + " has no undo");
	}

}
