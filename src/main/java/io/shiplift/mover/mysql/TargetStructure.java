package io.shiplift.mover.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.shiplift.mover.Shape;
import io.shiplift.mover.work.Scripts;

/**
 * What a target is made of, in the words of {@link Expected}.
 */
final class TargetStructure {

	private final Shape shape;

	private final Set<String> tables = new HashSet<>();

	private final Set<String> columns = new HashSet<>();

	private TargetStructure(Shape shape, List<Pair> pairs) {
		this.shape = shape;
		for (Pair pair : pairs) {
			this.tables.add(Sums.owner(pair));
			pair.columns().forEach((column) -> this.columns.add(Sums.owner(pair) + "." + column.name()));
		}
	}

	static List<String> lines(Connection target, Shape shape, List<Pair> pairs) throws SQLException {
		TargetStructure structure = new TargetStructure(shape, pairs);
		List<String> lines = new ArrayList<>(List.of(Sums.moment(target.getMetaData().getDatabaseProductVersion())));
		try (Statement statement = target.createStatement();
				ResultSet row = statement.executeQuery(Scripts.read(TargetStructure.class, "structure.sql"))) {
			while (row.next()) {
				structure.add(lines, row.getString(1), row.getString(2), row.getString(3), row.getString(4));
			}
		}
		return lines;
	}

	/** Of tables that migrations made only those of the source count. */
	private void add(List<String> lines, String kind, String table, String name, String definition) {
		if (this.shape == Shape.CONVERTED) {
			lines.add(Sums.line("thing", kind, said(kind, table, name), definition(kind, definition)));
		}
		else if (kind.equals("Table") && this.tables.contains(table)
				|| kind.equals("Column") && this.columns.contains(table + "." + name)) {
			lines.add(Sums.line("thing", kind, said(kind, table, name), ""));
		}
	}

	private static String said(String kind, String table, String name) {
		return switch (kind) {
			case "Table", "Checks of" -> Shortened.shown(table);
			case "Comment on" -> Shortened.shown(table) + (name.isEmpty() ? "" : ".") + Shortened.shown(name);
			case "Column" -> Shortened.shown(table) + "." + Shortened.shown(name);
			default ->
				Shortened.shown(table) + " (" + Shortened.shown(name).replaceAll("\\(([^()]+)\\)::text", "$1") + ")";
		};
	}

	private static String definition(String kind, String definition) {
		int preset = definition.indexOf(" default ");
		return (kind.equals("Column") && preset >= 0)
				? definition.substring(0, preset + 9) + Expected.spelled(definition.substring(preset + 9)) : definition;
	}

}
