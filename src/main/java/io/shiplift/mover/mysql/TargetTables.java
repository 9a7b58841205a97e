package io.shiplift.mover.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.shiplift.mover.work.Scripts;

/**
 * The tables that a target has, to be paired with those of the source by their names.
 */
final class TargetTables {

	private final Map<String, Table> tables = new LinkedHashMap<>();

	static TargetTables read(Connection session) throws SQLException {
		TargetTables target = new TargetTables();
		try (Statement statement = session.createStatement();
				ResultSet row = statement.executeQuery(Scripts.read(TargetTables.class, "target-columns.sql"))) {
			while (row.next()) {
				Table table = new Table(row.getString(1), row.getString(2), new ArrayList<>());
				target.tables.computeIfAbsent(table.schema() + "\0" + table.name(), (key) -> table)
					.columns()
					.add(new Column(row.getString(3), row.getString(4), row.getBoolean(5), row.getBoolean(6),
							row.getBoolean(7)));
			}
		}
		return target;
	}

	List<Table> all() {
		return List.copyOf(this.tables.values());
	}

	/** The table of that name, or the only one that differs in case. */
	Optional<Table> table(String name) {
		String kept = Shortened.of(name);
		return this.tables.values()
			.stream()
			.filter((table) -> table.name().equals(kept))
			.findFirst()
			.or(() -> one(this.tables.values().stream().filter((table) -> same(table.name(), kept)).toList()));
	}

	/** Pairs with the tables that are there; the others are left out. */
	List<Pair> pairs(List<MysqlTable> sources) {
		List<Pair> pairs = new ArrayList<>();
		for (MysqlTable source : sources) {
			table(source.name()).ifPresent((table) -> pairs.add(pair(source, table)));
		}
		return pairs;
	}

	private static Pair pair(MysqlTable source, Table table) {
		List<Pair.Column> columns = new ArrayList<>();
		for (MysqlColumn column : source.columns()) {
			table.column(column.name())
				.ifPresent((found) -> columns
					.add(new Pair.Column(column, found.name(), found.type(), found.required(), found.computed())));
		}
		return new Pair(source, table.schema(), table.name(), List.copyOf(columns));
	}

	private static <T> Optional<T> one(List<T> some) {
		return (some.size() == 1) ? Optional.of(some.getFirst()) : Optional.empty();
	}

	private static boolean same(String name, String other) {
		return name.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
	}

	/**
	 * A table of the target.
	 */
	record Table(String schema, String name, List<Column> columns) {

		Optional<Column> column(String named) {
			String kept = Shortened.of(named);
			return this.columns.stream()
				.filter((column) -> column.name().equals(kept))
				.findFirst()
				.or(() -> one(this.columns.stream().filter((column) -> same(column.name(), kept)).toList()));
		}

	}

	/**
	 * A column of the target: whether it must have a value, gets one by itself, or is
	 * computed.
	 */
	record Column(String name, String type, boolean required, boolean preset, boolean computed) {

	}

}
