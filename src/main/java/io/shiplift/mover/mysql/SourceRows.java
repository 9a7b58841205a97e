package io.shiplift.mover.mysql;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.MysqlSentences;
import io.shiplift.mover.Side;
import org.jspecify.annotations.Nullable;

/**
 * Streams the rows of a source, a few at a time, as the target takes them.
 */
final class SourceRows {

	/** Rows that are held at once. */
	private static final int HELD = 64;

	/** The same where a single one may be large. */
	private static final int HELD_LARGE = 2;

	private static final long LARGE = 1 << 20;

	private final Side side;

	private final Connection session;

	private final Map<String, Long> zeroDates = new TreeMap<>();

	SourceRows(Side side, Connection session) {
		this.side = side;
		this.session = session;
	}

	static String quoted(String name) {
		return "`" + name.replace("`", "``") + "`";
	}

	/** Dates that were none and became null, by column. */
	Map<String, Long> zeroDates() {
		return this.zeroDates;
	}

	/** Gives every row of those columns to the taker. */
	void each(Pair pair, List<Pair.Column> columns, Taker taker) {
		List<Reading> readings = columns.stream().map(Reading::new).toList();
		String question = "select "
				+ (readings.isEmpty() ? "1"
						: readings.stream().map(Reading::question).collect(Collectors.joining(", ")))
				+ " from " + quoted(pair.source().name());
		try (Statement statement = this.session.createStatement()) {
			statement.setFetchSize(
					columns.stream().anyMatch((column) -> column.source().length() > LARGE) ? HELD_LARGE : HELD);
			try (ResultSet row = statement.executeQuery(question)) {
				while (row.next()) {
					taker.take(values(pair, columns, readings, row));
				}
			}
		}
		catch (SQLException ex) {
			throw new MoverProblem(
					"Table " + pair.source().name() + " could not be read. " + MysqlSentences.say(this.side, ex), ex);
		}
		for (int index = 0; index < columns.size(); index++) {
			if (readings.get(index).zeroDates() > 0) {
				this.zeroDates.put(pair.name() + "." + columns.get(index).name(), readings.get(index).zeroDates());
			}
		}
	}

	private static byte[] @Nullable [] values(Pair pair, List<Pair.Column> columns, List<Reading> readings,
			ResultSet row) throws SQLException {
		byte[] @Nullable [] values = new byte[columns.size()][];
		List<String> unfit = new ArrayList<>();
		for (int index = 0; index < values.length; index++) {
			try {
				values[index] = readings.get(index).read(row, index + 1);
			}
			catch (Unfit ex) {
				unfit.add("Column " + columns.get(index).source().name() + " " + ex.getMessage() + ".");
			}
		}
		if (!unfit.isEmpty()) {
			throw new MoverProblem("Table " + pair.source().name() + ", row " + key(pair, columns, row)
					+ ", cannot be moved. " + unfit.getFirst());
		}
		return values;
	}

	/** Which row it is; keys that may be personal are not told. */
	private static String key(Pair pair, List<Pair.Column> columns, ResultSet row) throws SQLException {
		List<String> key = new ArrayList<>();
		for (int index = 0; index < columns.size(); index++) {
			MysqlColumn column = columns.get(index).source();
			if (pair.source().key().contains(column.name())) {
				key.add(column.name() + " = " + shown(columns.get(index), row.getBytes(index + 1)));
			}
		}
		return key.isEmpty() ? "without a key" : String.join(", ", key);
	}

	static String shown(Pair.Column column, byte @Nullable [] value) {
		if (value == null) {
			return "null";
		}
		boolean plain = switch (column.base()) {
			case "smallint", "integer", "bigint", "numeric", "uuid", "date", "boolean" -> true;
			default -> column.base().startsWith("timestamp");
		};
		return plain ? new String(value, StandardCharsets.UTF_8)
				: "#" + HexFormat.of().formatHex(RowHash.md5(value), 0, 4);
	}

	/**
	 * Takes one row after the other; values are null where they are null.
	 */
	interface Taker {

		void take(byte[] @Nullable [] values);

	}

}
