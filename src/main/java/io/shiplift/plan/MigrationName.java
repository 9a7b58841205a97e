package io.shiplift.plan;

import java.util.Locale;
import java.util.Optional;

/**
 * The rules for what a migration may be called.
 */
public final class MigrationName {

	/** The longest name. */
	public static final int LONGEST = 60;

	private static final String MARKS = " ._-+&()";

	private MigrationName() {
	}

	/** The name without blanks around it and without control characters. */
	public static String clean(String typed) {
		return Typed.tidy(typed).replaceAll(" {2,}", " ");
	}

	/** What is wrong with a cleaned name, and what to do. */
	public static Optional<String> problem(String name) {
		if (name.isEmpty()) {
			return Optional.of("Type a name for the migration, for example Shop.");
		}
		if (name.length() > LONGEST) {
			return Optional.of(String.format(Locale.ROOT, "The name is %,d characters long. Use at most %d.",
					name.length(), LONGEST));
		}
		return name.codePoints()
			.filter((point) -> !Character.isLetterOrDigit(point) && MARKS.indexOf(point) < 0)
			.mapToObj((point) -> "A name cannot hold " + Character.toString(point)
					+ " . Use letters, digits, blanks and . _ - + & ( ).")
			.findFirst();
	}

}
