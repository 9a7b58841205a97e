package io.shiplift.mover.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Finds where two tables differ: a range of keys falls into parts, those that differ fall
 * into parts again, until each holds few rows.
 */
final class Bisection {

	private static final int PARTS = 32;

	private static final int FEW = 200;

	private final KeyedTable table;

	private final Connection source;

	private final Connection target;

	private final int most;

	/** Looks for so many ranges at most. */
	Bisection(KeyedTable table, Connection source, Connection target, int most) {
		this.table = table;
		this.source = source;
		this.target = target;
		this.most = most;
	}

	/** Conditions for few rows each; one more than the most if there are more. */
	List<String> differing() throws SQLException {
		List<String> found = new ArrayList<>();
		Deque<Range> open = new ArrayDeque<>(List.of(new Range(null, null)));
		while (!open.isEmpty() && found.size() <= this.most) {
			Range range = open.pop();
			List<List<String>> borders = borders(range);
			if (borders.isEmpty()) {
				found.add(condition(range));
			}
			else {
				differing(range, borders).reversed().forEach(open::push);
			}
		}
		return found;
	}

	private List<Range> differing(Range range, List<List<String>> borders) {
		String question = this.table.sums(condition(range), borders);
		List<Map<Long, String>> sums = Sides.both(List.of(this.source, this.target),
				(side) -> RowPair.sums(side, question));
		List<Range> parts = new ArrayList<>();
		for (int part = 0; part <= borders.size(); part++) {
			String there = sums.getFirst().getOrDefault((long) part, "");
			if (!there.equals(sums.getLast().getOrDefault((long) part, ""))) {
				parts.add(new Range((part > 0) ? borders.get(part - 1) : range.from(),
						(part < borders.size()) ? borders.get(part) : range.to()));
			}
		}
		return parts;
	}

	/** None if there are few rows, in the source at least. */
	private List<List<String>> borders(Range range) throws SQLException {
		List<List<String>> borders = new ArrayList<>();
		try (Statement statement = this.source.createStatement();
				ResultSet row = statement.executeQuery(this.table.borders(condition(range), PARTS, FEW))) {
			while (row.next()) {
				borders.add(List.of((String[]) row.getArray(1).getArray()));
			}
		}
		return borders;
	}

	private String condition(Range range) {
		return this.table.range(range.from(), range.to());
	}

	/**
	 * Keys from one on and before another.
	 */
	private record Range(@Nullable List<String> from, @Nullable List<String> to) {

	}

}
