package io.shiplift.mover.copy;

import java.util.ArrayList;
import java.util.List;

/**
 * A table with rows of its own. Name and columns are ready for SQL; generated columns are
 * left out. Bytes are without indexes. The condition picks the rows of an extension's
 * table that belong to the user.
 */
record SourceTable(String name, String columns, boolean binary, long pages, long bytes, String condition) {

	private static final long SMALLEST_PART = 32L << 20;

	/** Splits a table that would keep one lane busy while the others have nothing. */
	List<Part> parts(long desired) {
		long size = Math.max(SMALLEST_PART, desired);
		if (this.bytes < 2 * size || this.pages < 2 || !this.condition.isEmpty()) {
			return List.of(Part.whole(this));
		}
		long count = Math.min(this.pages, this.bytes / size);
		List<Part> parts = new ArrayList<>();
		for (long index = 0; index < count; index++) {
			boolean last = index == count - 1;
			parts.add(new Part(this, this.bytes / count, this.pages * index / count,
					last ? Integer.toUnsignedLong(-2) : this.pages * (index + 1) / count, false));
		}
		return parts;
	}

}
