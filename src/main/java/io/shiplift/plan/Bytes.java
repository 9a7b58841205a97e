package io.shiplift.plan;

import java.util.Locale;

/**
 * Amounts of data in words, as people write them.
 */
public final class Bytes {

	private Bytes() {
	}

	/** For example {@code 12 MB} or {@code 1.2 GB}. */
	public static String words(long bytes) {
		return (bytes < 1_000_000_000L) ? Math.max(1, Math.round(bytes / 1e6)) + " MB"
				: String.format(Locale.ENGLISH, "%.1f GB", bytes / 1e9);
	}

}
