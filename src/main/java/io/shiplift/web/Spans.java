package io.shiplift.web;

import java.time.Duration;

/**
 * Durations in words, as app.js writes them too.
 */
final class Spans {

	private Spans() {
	}

	static String exact(Duration span) {
		long seconds = span.toSeconds();
		if (seconds < 60) {
			return seconds + " s";
		}
		if (seconds < 3600) {
			return span.toMinutes() + " min " + span.toSecondsPart() + " s";
		}
		if (seconds < 86400) {
			return span.toHours() + " h " + span.toMinutesPart() + " min";
		}
		return days(span);
	}

	static String rough(Duration span) {
		long seconds = span.toSeconds();
		if (seconds < 60) {
			return seconds + " s";
		}
		if (seconds < 3600) {
			return span.toMinutes() + " min";
		}
		return (seconds < 86400) ? span.toHours() + " h" : days(span);
	}

	static String range(Duration low, Duration high) {
		if (high.toSeconds() == 0) {
			return "under a second";
		}
		boolean seconds = high.toSeconds() < 90;
		long from = seconds ? low.toSeconds() : Math.round(low.toSeconds() / 60.0);
		long to = seconds ? high.toSeconds() : Math.round(high.toSeconds() / 60.0);
		return ((from == to) ? "" + to : from + " to " + to) + (seconds ? " s" : " min");
	}

	private static String days(Duration span) {
		return span.toDays() + ((span.toDays() == 1) ? " day" : " days");
	}

}
