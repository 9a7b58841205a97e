package io.shiplift.mover.mysql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times as the source writes them.
 */
final class Moments {

	private static final Pattern TIME = Pattern.compile("(-?)(\\d+):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,6}))?");

	private static final long SECOND = 1_000_000;

	static final long DAY = 86_400 * SECOND;

	private Moments() {
	}

	/** Whether a date has a year, month or day 0, which is none. */
	static boolean zero(String moment) {
		return moment.startsWith("0000-") || moment.startsWith("-00-", 4) || moment.startsWith("-00", 7);
	}

	/** Microseconds of a time, which may be below 0 or beyond a day. */
	static long micros(String time) {
		Matcher parts = TIME.matcher(time);
		if (!parts.matches()) {
			throw new NumberFormatException("not a time");
		}
		String fraction = (parts.group(5) != null) ? parts.group(5) : "";
		long micros = ((Long.parseLong(parts.group(2)) * 60 + Long.parseLong(parts.group(3))) * 60
				+ Long.parseLong(parts.group(4))) * SECOND + Long.parseLong((fraction + "000000").substring(0, 6));
		return parts.group(1).isEmpty() ? micros : -micros;
	}

	/** As PostgreSQL reads an interval. */
	static String interval(long micros) {
		long some = Math.abs(micros);
		return "%s%d:%02d:%02d.%06d".formatted((micros < 0) ? "-" : "", some / SECOND / 3600, some / SECOND / 60 % 60,
				some / SECOND % 60, some % SECOND);
	}

	/** Without zeros at the end of a fraction. */
	static String trimmed(String moment) {
		return (moment.indexOf('.') < 0) ? moment : moment.replaceFirst("\\.?0+$", "");
	}

}
