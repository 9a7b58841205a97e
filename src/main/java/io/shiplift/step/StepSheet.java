package io.shiplift.step;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.shiplift.fact.Fact;

/**
 * What is known of a step without running it: names, run kinds, and the facts that decide
 * its place.
 */
public record StepSheet(String key, String title, String purpose, Class<? extends Fact> yields,
		Set<Class<? extends Fact>> needs, Set<RunKind> forward, Set<RunKind> backward, Set<Trait> traits) {

	/**
	 * A sheet to be completed with run kinds and needs.
	 * @param key short, unique and stable, such as {@code network}
	 * @param title what the page shows, such as "Private network"
	 * @param purpose one sentence: what the step does and why
	 */
	public static StepSheet of(String key, String title, String purpose, Class<? extends Fact> yields) {
		return new StepSheet(key, title, purpose, yields, Set.of(), Set.of(), Set.of(), Set.of());
	}

	/**
	 * Facts that must stand before. Those nobody yields in a run come from earlier runs.
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final StepSheet needs(Class<? extends Fact>... facts) {
		return new StepSheet(this.key, this.title, this.purpose, this.yields, new LinkedHashSet<>(List.of(facts)),
				this.forward, this.backward, this.traits);
	}

	/** Run kinds in which the step goes forward. */
	public StepSheet forward(RunKind... kinds) {
		return new StepSheet(this.key, this.title, this.purpose, this.yields, this.needs, Set.of(kinds), this.backward,
				this.traits);
	}

	/** Run kinds in which the step is undone. */
	public StepSheet backward(RunKind... kinds) {
		return new StepSheet(this.key, this.title, this.purpose, this.yields, this.needs, this.forward, Set.of(kinds),
				this.traits);
	}

	public StepSheet with(Trait first, Trait... others) {
		return new StepSheet(this.key, this.title, this.purpose, this.yields, this.needs, this.forward, this.backward,
				EnumSet.of(first, others));
	}

	/** What people may do with a step, and what it means for the way back. */
	public enum Trait {

		/** Going back after this step loses what was written since. */
		POINT_OF_NO_RETURN,

		/** A person may leave it out, with a reason. */
		SKIPPABLE,

		/** A person may say that they did it by hand. */
		BY_HAND,

		/** It leaves something running, which is looked after. */
		TENDED,

		/** It is carried out even if its run is cancelled, after all others ended. */
		CLEANUP

	}

}
