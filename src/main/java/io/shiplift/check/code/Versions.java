package io.shiplift.check.code;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions as people write them, down to the second number: python-3.12.7, ==4.2.11.
 */
record Versions(int major, int minor) {

	private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

	static Optional<Versions> parse(String text) {
		Matcher matcher = FORM.matcher(text);
		return matcher.find()
				? Optional.of(new Versions(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
				: Optional.empty();
	}

	/**
	 * Whether support has ended; what is older than all that is known ended on another
	 * day.
	 */
	boolean over(Map<String, LocalDate> ends, LocalDate older, LocalDate today) {
		boolean old = ends.keySet().stream().flatMap((known) -> parse(known).stream()).allMatch(this::before);
		LocalDate end = old ? older : ends.get(toString());
		return end != null && end.isBefore(today);
	}

	private boolean before(Versions other) {
		return (this.major != other.major) ? this.major < other.major : this.minor < other.minor;
	}

	@Override
	public String toString() {
		return this.major + "." + this.minor;
	}

}
