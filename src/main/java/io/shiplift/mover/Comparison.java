package io.shiplift.mover;

import java.util.List;

/**
 * The outcome of comparing a target with its source. The differences are sentences that
 * name tables and never quote rows.
 */
public record Comparison(List<Table> tables, int sequences, List<String> differences, long rows, long millis) {

	public boolean equal() {
		return this.differences.isEmpty();
	}

	/**
	 * A table with its exact rows on both sides; {@code equal} if their values are, too.
	 */
	public record Table(String name, long sourceRows, long targetRows, boolean equal) {

	}

}
