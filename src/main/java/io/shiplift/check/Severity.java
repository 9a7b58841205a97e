package io.shiplift.check;

/**
 * How bad a finding is, worst first.
 */
public enum Severity {

	/** The plan cannot be frozen unless somebody takes the responsibility. */
	BLOCKER("Stops the plan"),

	/** Something will break or be lost unless somebody does something. */
	WARNING("Look at it"),

	/** Worth knowing. */
	INFO("Good to know");

	private final String words;

	Severity(String words) {
		this.words = words;
	}

	public String words() {
		return this.words;
	}

	/** Whether people may say that they go on in spite of it. */
	public boolean overridable() {
		return this != INFO;
	}

}
