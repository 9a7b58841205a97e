package io.shiplift.mover.mysql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.shiplift.mover.Names;
import io.shiplift.mover.work.Scripts;
import org.jspecify.annotations.Nullable;

/**
 * The sequences that columns of a target own: where they stand, and how they go on after
 * the source's numbers.
 */
record Counters(List<Counter> all) {

	static Counters read(Connection target) throws SQLException {
		List<Counter> counters = new ArrayList<>();
		try (Statement statement = target.createStatement();
				ResultSet row = statement.executeQuery(Scripts.read(Counters.class, "counters.sql"))) {
			while (row.next()) {
				counters.add(new Counter(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
			}
		}
		return new Counters(counters);
	}

	/** The last number that the source has given or would not give again. */
	static @Nullable BigDecimal given(Pair pair, String column) {
		BigDecimal next = pair.source().next();
		boolean counts = pair.source()
			.counter()
			.flatMap((counter) -> pair.columns().stream().filter((one) -> one.source().equals(counter)).findFirst())
			.filter((one) -> one.name().equals(column))
			.isPresent();
		return (counts && next != null) ? next.subtract(BigDecimal.ONE) : null;
	}

	/** Lets each go on after the source's last number and the highest in its column. */
	void set(Connection target, Map<String, Pair> pairs) throws SQLException {
		for (Counter counter : this.all) {
			Pair pair = pairs.get(counter.table());
			if (pair == null) {
				continue;
			}
			BigDecimal given = given(pair, counter.column());
			BigDecimal highest = highest(target, counter, pair);
			BigDecimal last = (given != null && highest != null) ? given.max(highest)
					: (given != null) ? given : highest;
			try (PreparedStatement set = target.prepareStatement("select setval(?::regclass, ?, ?)")) {
				long value = (last != null) ? last.longValueExact() : 0;
				set.setString(1, counter.sequence());
				set.setLong(2, Math.max(1, value));
				set.setBoolean(3, value > 0);
				set.execute();
			}
		}
	}

	static @Nullable BigDecimal highest(Connection target, Counter counter, Pair pair) throws SQLException {
		return number(target, "select max(" + Names.quoted(counter.column()) + ") from " + pair.quoted());
	}

	/** Zero as long as it has given none. */
	static BigDecimal position(Connection target, Counter counter) throws SQLException {
		BigDecimal given = number(target,
				"select case when is_called then last_value else 0 end from " + counter.sequence());
		return (given != null) ? given : BigDecimal.ZERO;
	}

	private static @Nullable BigDecimal number(Connection target, String sql) throws SQLException {
		try (Statement statement = target.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getBigDecimal(1);
		}
	}

	/**
	 * A sequence by its quoted name and for people, and the table and column that own it.
	 */
	record Counter(String sequence, String name, String table, String column) {

	}

}
