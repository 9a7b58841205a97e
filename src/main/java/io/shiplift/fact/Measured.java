package io.shiplift.fact;

import java.util.Map;

/**
 * What a copy was measured to be, for the forecast of the next one: sizes, streams, the
 * milliseconds of each phase, and the seconds that were forecast for the copy, with what
 * that was made from.
 */
public record Measured(String method, long rows, long lateBytes, int tables, int workers,
		Map<String, Long> millisByPhase, long forecastSeconds, String forecastFrom) {

	/** What the copy took. */
	public long millis() {
		return this.millisByPhase.values().stream().mapToLong(Long::longValue).sum();
	}

	/** How much longer than forecast it took, in percent; negative if it was quicker. */
	public long errorPercent() {
		return (this.forecastSeconds > 0)
				? Math.round((millis() / 1000.0 - this.forecastSeconds) * 100 / this.forecastSeconds) : 0;
	}

}
