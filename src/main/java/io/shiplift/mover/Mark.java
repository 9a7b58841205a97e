package io.shiplift.mover;

/**
 * Whose log of changes lies in a source: the migration, and the attempt that it serves.
 * It is written beside the log, so that nobody takes another's for theirs.
 */
public record Mark(String migration, String attempt) {

	/** The schema that holds the log. */
	public static final String SCHEMA = "shiplift_ahead";

	/** How it is written down. */
	public String text() {
		return prefix() + this.attempt;
	}

	/** How those of all attempts of the migration begin. */
	public String prefix() {
		return "Shiplift, migration " + this.migration + ", attempt ";
	}

}
