package io.shiplift.repository;

/**
 * How sure a conclusion is.
 */
public enum Confidence {

	/** It is written there. */
	CERTAIN("written there"),

	/** It is written there, but a condition or a default decides. */
	LIKELY("likely"),

	/** It follows from names and habits only. */
	GUESSED("guessed"),

	/** A person said so. */
	SAID("a person said so");

	private final String words;

	Confidence(String words) {
		this.words = words;
	}

	public String words() {
		return this.words;
	}

}
