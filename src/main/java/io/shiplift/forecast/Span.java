package io.shiplift.forecast;

import java.time.Duration;
import java.util.Locale;

/**
 * How long something will take, in seconds: most likely, and between which bounds.
 */
public record Span(double low, double likely, double high) {

	/** No time at all. */
	public static final Span NONE = new Span(0, 0, 0);

	static Span fixed(double seconds) {
		return new Span(seconds / 2, seconds, seconds * 2);
	}

	Span plus(Span other) {
		return new Span(this.low + other.low, this.likely + other.likely, this.high + other.high);
	}

	Span times(double factor) {
		return new Span(this.low * factor, this.likely * factor, this.high * factor);
	}

	/** The most likely time, rounded up to whole seconds. */
	public Duration expected() {
		return Duration.ofSeconds((long) Math.ceil(this.likely));
	}

	public Duration longest() {
		return Duration.ofSeconds((long) Math.ceil(this.high));
	}

	/** For example {@code 3 to 5 min}. */
	public String words() {
		String from = words(this.low);
		String to = words(this.high);
		if (from.equals(to)) {
			return "about " + to;
		}
		String unit = to.substring(to.lastIndexOf(' '));
		return (from.endsWith(unit) ? from.substring(0, from.length() - unit.length()) : from) + " to " + to;
	}

	/** For example {@code 40 s}, {@code 4 min} or {@code 2.5 h}. */
	public static String words(double seconds) {
		if (seconds < 90) {
			return Math.max(1, Math.round(seconds)) + " s";
		}
		return (seconds < 5400) ? Math.round(seconds / 60) + " min"
				: String.format(Locale.ROOT, "%.1f h", seconds / 3600);
	}

}
