package io.shiplift.fact;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How long the application will be down, in seconds, and the part of each phase; between
 * which bounds, and what that was made from. Without bounds it is from one rehearsal
 * alone.
 */
public record Forecast(long seconds, Map<String, Long> secondsByPhase, @Nullable Range range) implements Fact {

	public Forecast(long seconds, Map<String, Long> secondsByPhase) {
		this(seconds, secondsByPhase, null);
	}

	/** Seconds at best and at worst, and what the forecast was made from. */
	public record Range(long lowest, long highest, String from) {

	}

}
