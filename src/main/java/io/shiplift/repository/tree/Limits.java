package io.shiplift.repository.tree;

import java.time.Duration;

/**
 * How much is taken in at most: bytes that arrive, bytes they unfold to, entries, times
 * they unfold, bytes of one text and of all, and time.
 */
public record Limits(long received, long unfolded, int entries, int ratio, int text, long texts, Duration time) {

	private static final long MB = 1_000_000;

	/** What no ordinary app exceeds. */
	public static Limits usual() {
		return new Limits(512 * MB, 2000 * MB, 50_000, 200, 1_000_000, 40 * MB, Duration.ofMinutes(3));
	}

	/** The same with fewer bytes on the way in. */
	public Limits receiving(long bytes) {
		return new Limits(bytes, this.unfolded, this.entries, this.ratio, this.text, this.texts, this.time);
	}

	/** The same with less time. */
	public Limits within(Duration time) {
		return new Limits(this.received, this.unfolded, this.entries, this.ratio, this.text, this.texts, time);
	}

}
