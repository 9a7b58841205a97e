package io.shiplift.mover.verify;

import java.util.List;

import io.shiplift.mover.Names;
import io.shiplift.mover.work.PageRange;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are counted and hashed. {@code relation}, {@code expression} and
 * {@code condition} are ready for SQL; bytes are without indexes. Rows for which
 * {@code foreign} holds are counted on their own.
 */
record HashedTable(String name, String relation, String expression, String condition, long pages, long bytes,
		@Nullable String foreign) {

	private static final long SMALLEST_PART = 16L << 20;

	/** Without the values of its rows. */
	HashedTable counted(@Nullable String condition) {
		return new HashedTable(this.name, this.relation, "0", this.condition, this.pages, this.bytes, condition);
	}

	/** Splits a table that would keep one lane busy while the others have nothing. */
	List<Part> parts(long desired) {
		List<PageRange> ranges = this.condition.isEmpty()
				? PageRange.split(this.pages, this.bytes, Math.max(SMALLEST_PART, desired)) : List.of();
		if (ranges.isEmpty()) {
			return List.of(new Part(this.name, question(this.condition), this.bytes));
		}
		return ranges.stream()
			.map((range) -> new Part(this.name, question(range.where()), this.bytes / ranges.size()))
			.toList();
	}

	private String question(String where) {
		String rows = "json_build_array('rows', " + Names.literal(this.name) + ", count(*), " + sum() + ")::text";
		String lines = (this.foreign == null) ? rows : "unnest(array[" + rows + ", json_build_array('foreign', "
				+ Names.literal(this.name) + ", count(*) filter (where " + this.foreign + "))::text])";
		return "select " + lines + " from " + this.relation + " t " + where;
	}

	private String sum() {
		return this.expression.equals("0") ? "'0'" : "coalesce(sum(" + this.expression + "), 0)::text";
	}

	/**
	 * A question that is answered by lines of a fingerprint, and about how many bytes
	 * that takes.
	 */
	record Part(String table, String question, long bytes) {

	}

}
