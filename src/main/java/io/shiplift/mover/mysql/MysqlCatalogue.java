package io.shiplift.mover.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.shiplift.mover.work.Scripts;
import org.jspecify.annotations.Nullable;

/**
 * What a source is made of, read from its information schema.
 */
final class MysqlCatalogue {

	private final Connection session;

	private final String database;

	private final Map<String, MysqlTable> tables = new LinkedHashMap<>();

	private MysqlCatalogue(Connection session, String database) {
		this.session = session;
		this.database = database;
	}

	static MysqlCatalogue read(Connection session, String database) throws SQLException {
		MysqlCatalogue catalogue = new MysqlCatalogue(session, database);
		catalogue.each("tables.sql", (row) -> catalogue.tables.put(row.getString(1), MysqlTable.named(row.getString(1),
				text(row, 2), row.getLong(3), row.getLong(4), row.getBigDecimal(5), comment(row, 6))));
		catalogue.each("columns.sql", (row) -> catalogue.table(row).columns().add(column(row)));
		catalogue.each("indexes.sql", (row) -> index(catalogue.table(row), row));
		catalogue.each("foreign-keys.sql", (row) -> foreignKey(catalogue.table(row), row));
		catalogue.checks();
		return catalogue;
	}

	List<MysqlTable> tables() {
		return List.copyOf(this.tables.values());
	}

	/** Sentences about what PostgreSQL does not get. */
	List<String> leftBehind() throws SQLException {
		List<String> left = new ArrayList<>();
		each("left-behind.sql", (row) -> left.add(row.getString(1) + " " + row.getString(2)));
		return left;
	}

	String version() throws SQLException {
		try (Statement statement = this.session.createStatement();
				ResultSet row = statement.executeQuery("select version()")) {
			row.next();
			String version = row.getString(1);
			return (version.contains("MariaDB") ? "MariaDB " : "MySQL ") + version.replaceFirst("-.*", "");
		}
	}

	private MysqlTable table(ResultSet row) throws SQLException {
		return this.tables.getOrDefault(row.getString(1), MysqlTable.named("", "", 0, 0, null, ""));
	}

	/** Words of an enum keep their case. */
	private static MysqlColumn column(ResultSet row) throws SQLException {
		String type = row.getString(3).toLowerCase(Locale.ROOT);
		boolean words = type.equals("enum") || type.equals("set");
		String full = words ? row.getString(4) : row.getString(4).toLowerCase(Locale.ROOT);
		return new MysqlColumn(row.getString(2), type, full, "YES".equals(row.getString(5)), row.getString(6),
				text(row, 7).toLowerCase(Locale.ROOT), text(row, 8), row.getLong(9), row.getInt(10), row.getInt(11),
				text(row, 12), type.equals("json"), comment(row, 13));
	}

	private static void index(MysqlTable table, ResultSet row) throws SQLException {
		String name = row.getString(2);
		if (table.indexes().isEmpty() || !table.indexes().getLast().name().equals(name)) {
			table.indexes().add(new MysqlTable.Index(name, row.getInt(3) == 0, text(row, 6), new ArrayList<>()));
		}
		table.indexes().getLast().parts().add(new MysqlTable.Part(text(row, 4), row.getInt(5)));
	}

	private static void foreignKey(MysqlTable table, ResultSet row) throws SQLException {
		String name = row.getString(2);
		if (table.foreignKeys().isEmpty() || !table.foreignKeys().getLast().name().equals(name)) {
			table.foreignKeys()
				.add(new MysqlTable.ForeignKey(name, new ArrayList<>(), row.getString(4), new ArrayList<>(),
						row.getString(6), row.getString(7)));
		}
		table.foreignKeys().getLast().columns().add(row.getString(3));
		table.foreignKeys().getLast().referred().add(row.getString(5));
	}

	/** Older servers have no checks. */
	private void checks() throws SQLException {
		String script = version().startsWith("MariaDB") ? "checks-mariadb.sql" : "checks-mysql.sql";
		try {
			each(script, (row) -> check(table(row), row.getString(2), row.getString(3)));
		}
		catch (SQLException ex) {
			if (ex.getSQLState() == null || !ex.getSQLState().startsWith("42")) {
				throw ex;
			}
		}
	}

	/** MariaDB says with a check that a text is JSON. */
	private static void check(MysqlTable table, String name, String clause) {
		for (int index = 0; index < table.columns().size(); index++) {
			MysqlColumn column = table.columns().get(index);
			if (clause.equalsIgnoreCase("json_valid(`" + column.name() + "`)")) {
				table.columns().set(index, column.ofJson());
				return;
			}
		}
		table.checks().put(name, clause);
	}

	private void each(String script, Taker taker) throws SQLException {
		String sql = Scripts.read(MysqlCatalogue.class, script);
		try (PreparedStatement statement = this.session.prepareStatement(sql)) {
			for (int index = 1; index <= sql.chars().filter((sign) -> sign == '?').count(); index++) {
				statement.setString(index, this.database);
			}
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					taker.take(row);
				}
			}
		}
	}

	private static String text(ResultSet row, int column) throws SQLException {
		@Nullable String value = row.getString(column);
		return (value != null) ? value : "";
	}

	/** PostgreSQL keeps no byte 0 in a text. */
	private static String comment(ResultSet row, int column) throws SQLException {
		return text(row, column).replace("\0", "");
	}

	private interface Taker {

		void take(ResultSet row) throws SQLException;

	}

}
