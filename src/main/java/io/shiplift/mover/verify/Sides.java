package io.shiplift.mover.verify;

import java.util.List;
import java.util.function.Function;

import io.shiplift.mover.work.Meanwhile;

/**
 * Does the same on both sides at once.
 */
public final class Sides {

	private Sides() {
	}

	/** Answers in the same order. */
	public static <T, R> List<R> both(List<T> sides, Function<T, R> work) {
		List<Meanwhile<R>> begun = sides.stream().map((side) -> Meanwhile.begin(() -> work.apply(side))).toList();
		return begun.stream().map(Meanwhile::get).toList();
	}

}
