package io.shiplift.mover.mysql;

import io.shiplift.mover.Comparison.Explained;

/**
 * Something that is not in the target as it is in the source, and why.
 */
record Conversion(String what, String from, String to, String reason) {

	private static final String RULE = "converted";

	private static final String LEFT = "not carried over";

	/** Something that the target does not get. */
	static Conversion left(String what, String reason) {
		return new Conversion(what, "", "", reason);
	}

	boolean left() {
		return this.to.isEmpty();
	}

	String sentence() {
		return left() ? this.what + " is not carried over." : this.what + ": " + this.from + " became " + this.to + ".";
	}

	Explained explained() {
		return new Explained(left() ? LEFT : RULE, sentence(), this.reason);
	}

}
