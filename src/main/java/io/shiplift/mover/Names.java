package io.shiplift.mover;

import java.util.regex.Pattern;

/**
 * Names inside SQL.
 */
public final class Names {

	private static final Pattern OWN = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

	private Names() {
	}

	/** A name that Shiplift chooses, so it can be simple. */
	public static String checked(String name) {
		if (!OWN.matcher(name).matches()) {
			throw new IllegalArgumentException("A name for a new database or role has 1 to 63 lower-case letters,"
					+ " digits and underscores and starts with a letter");
		}
		return name;
	}

	/** Any name as an identifier. */
	public static String quoted(String name) {
		return "\"" + name.replace("\"", "\"\"") + "\"";
	}

	/** Any text as a literal. */
	public static String literal(String text) {
		return "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
	}

}
