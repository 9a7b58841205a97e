package io.shiplift.practice;

import org.jspecify.annotations.Nullable;

/**
 * How something that takes time will end.
 */
public enum Fate {

	/** It comes into being. */
	STANDS,

	/** It fails on the way. */
	FAILS,

	/** It never comes to an end. */
	HANGS;

	static Fate of(Faults.@Nullable Kind fault) {
		return switch (fault) {
			case FAIL_ONCE, FAIL_ALWAYS -> FAILS;
			case HANG -> HANGS;
			case THROTTLE, TIMEOUT_AFTER_EFFECT -> STANDS;
			case null -> STANDS;
		};
	}

}
