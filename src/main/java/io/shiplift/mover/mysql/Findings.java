package io.shiplift.mover.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Columns whose values do not fit the type that they would usually become, found by
 * looking at every row.
 */
final class Findings {

	private final Set<String> unusual = new HashSet<>();

	static Findings of(Connection session, List<MysqlTable> tables) throws SQLException {
		Findings findings = new Findings();
		for (MysqlTable table : tables) {
			findings.look(session, table);
		}
		return findings;
	}

	boolean unusual(MysqlTable table, MysqlColumn column) {
		return this.unusual.contains(table.name() + "\0" + column.name());
	}

	private void look(Connection session, MysqlTable table) throws SQLException {
		List<MysqlColumn> columns = table.columns()
			.stream()
			.filter((column) -> column.full().startsWith("tinyint(1)") || column.type().equals("time"))
			.toList();
		List<String> questions = new ArrayList<>();
		for (MysqlColumn column : columns) {
			String name = SourceRows.quoted(column.name());
			questions.add("max(" + name + (column.type().equals("time") ? " < '00:00:00' or " + name + " >= '24:00:00')"
					: " not in (0, 1))"));
		}
		if (questions.isEmpty()) {
			return;
		}
		try (Statement statement = session.createStatement();
				ResultSet row = statement.executeQuery(
						"select " + String.join(", ", questions) + " from " + SourceRows.quoted(table.name()))) {
			row.next();
			for (int index = 0; index < columns.size(); index++) {
				if (row.getInt(index + 1) == 1) {
					this.unusual.add(table.name() + "\0" + columns.get(index).name());
				}
			}
		}
	}

}
