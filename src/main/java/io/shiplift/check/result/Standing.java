package io.shiplift.check.result;

import io.shiplift.check.Severity;

/**
 * How a check stands, worst first: its badge and its word.
 */
public enum Standing {

	/** It stops the plan. */
	BLOCKER("BLOCKER", Severity.BLOCKER.words()),

	/** Something will break. */
	WARNING("WARNING", Severity.WARNING.words()),

	/** Nobody knows. */
	UNKNOWN("WAITING", "Not known yet"),

	/** Nobody has looked. */
	OPEN("WAITING", "Not looked at"),

	/** Somebody takes the responsibility. */
	ACCEPTED("SKIPPED", "Accepted"),

	/** Good to know. */
	INFO("INFO", Severity.INFO.words()),

	/** Nothing was found. */
	CLEAR("OK", "Fine");

	private final String status;

	private final String word;

	Standing(String status, String word) {
		this.status = status;
		this.word = word;
	}

	static Standing of(Severity severity) {
		return switch (severity) {
			case BLOCKER -> BLOCKER;
			case WARNING -> WARNING;
			case INFO -> INFO;
		};
	}

	public String status() {
		return this.status;
	}

	public String word() {
		return this.word;
	}

}
