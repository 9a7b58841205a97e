package io.shiplift.practice;

/**
 * What a call did to the practice world, and what it answers.
 */
public record Change<T>(Effect effect, T answer) {

	public static <T> Change<T> created(T answer) {
		return new Change<>(Effect.CREATED, answer);
	}

	public static <T> Change<T> changed(T answer) {
		return new Change<>(Effect.CHANGED, answer);
	}

	public static <T> Change<T> deleted(T answer) {
		return new Change<>(Effect.DELETED, answer);
	}

	/** A repeat, or a call that found everything as it should be. */
	public static <T> Change<T> none(T answer) {
		return new Change<>(Effect.NONE, answer);
	}

	/** The kinds of effect in the ledger. */
	public enum Effect {

		/** Something exists that did not. */
		CREATED,

		/** Something is different. */
		CHANGED,

		/** Something no longer exists, or began to go. */
		DELETED,

		/** Nothing happened. */
		NONE

	}

}
