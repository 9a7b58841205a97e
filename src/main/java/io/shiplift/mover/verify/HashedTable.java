package io.shiplift.mover.verify;

import java.util.ArrayList;
import java.util.List;

import io.shiplift.mover.Names;

/**
 * A table whose rows are counted and hashed. {@code relation}, {@code expression} and
 * {@code condition} are ready for SQL; bytes are without indexes.
 */
record HashedTable(String name, String relation, String expression, String condition, long pages, long bytes) {

	private static final long SMALLEST_PART = 16L << 20;

	/** Splits a table that would keep one lane busy while the others have nothing. */
	List<Part> parts(long desired) {
		long size = Math.max(SMALLEST_PART, desired);
		if (this.bytes < 2 * size || this.pages < 2 || !this.condition.isEmpty()) {
			return List.of(new Part(this.name, question(this.condition), this.bytes));
		}
		long count = Math.min(this.pages, this.bytes / size);
		List<Part> parts = new ArrayList<>();
		for (long index = 0; index < count; index++) {
			String from = "where t.ctid >= '(" + this.pages * index / count + ",0)'";
			String end = (index < count - 1) ? " and t.ctid < '(" + this.pages * (index + 1) / count + ",0)'" : "";
			parts.add(new Part(this.name, question(from + end), this.bytes / count));
		}
		return parts;
	}

	private String question(String where) {
		return "select json_build_array('rows', " + Names.literal(this.name) + ", count(*), coalesce(sum("
				+ this.expression + "), 0)::text)::text from " + this.relation + " t " + where;
	}

	/**
	 * A question that is answered by lines of a fingerprint, and about how many bytes
	 * that takes.
	 */
	record Part(String table, String question, long bytes) {

	}

}
