package io.shiplift.mover.copy;

import java.util.List;

import io.shiplift.mover.work.PageRange;

/**
 * A table with rows of its own. Name and columns are ready for SQL; generated columns are
 * left out. Bytes are without indexes. The condition picks the rows of an extension's
 * table that belong to the user.
 */
record SourceTable(String name, String columns, boolean binary, long pages, long bytes, String condition) {

	private static final long SMALLEST_PART = 32L << 20;

	/** Splits a table that would keep one lane busy while the others have nothing. */
	List<Part> parts(long desired) {
		List<PageRange> ranges = this.condition.isEmpty()
				? PageRange.split(this.pages, this.bytes, Math.max(SMALLEST_PART, desired)) : List.of();
		if (ranges.isEmpty()) {
			return List.of(new Part(this, this.bytes, this.condition, true));
		}
		return ranges.stream()
			.map((range) -> new Part(this, this.bytes / ranges.size(), range.where(), false))
			.toList();
	}

}
