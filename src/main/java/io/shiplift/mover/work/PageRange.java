package io.shiplift.mover.work;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Some pages of a large table, so that several lanes can read it side by side. The last
 * range has no end.
 */
public record PageRange(long first, long end, boolean last) {

	/**
	 * Splits a table of so many pages and bytes into ranges of about {@code size} bytes;
	 * empty if it is better read in one go.
	 */
	public static List<PageRange> split(long pages, long bytes, long size) {
		if (bytes < 2 * size || pages < 2) {
			return List.of();
		}
		long count = Math.min(pages, bytes / size);
		return LongStream.range(0, count)
			.mapToObj((index) -> new PageRange(pages * index / count, pages * (index + 1) / count, index == count - 1))
			.toList();
	}

	/** The rows of these pages, for SQL. */
	public String where() {
		return "where ctid >= '(" + this.first + ",0)'" + (this.last ? "" : " and ctid < '(" + this.end + ",0)'");
	}

}
