package io.shiplift.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.shiplift.mover.mysql.MysqlRights;

/**
 * Looks at a database of MySQL or MariaDB, and says what would keep it from being moved.
 */
final class MysqlInspector {

	private static final int NAMED = 5;

	private static final String ABOUT = """
			select version(), @@character_set_database, @@max_connections, @@max_user_connections,
				(select count(*) from information_schema.processlist)""";

	private static final String TABLES = """
			select t.table_name, coalesce(t.table_rows, 0), coalesce(t.data_length, 0), coalesce(t.index_length, 0),
				coalesce(t.engine, ''), not exists (select 1 from information_schema.statistics s
					where s.table_schema = t.table_schema and s.table_name = t.table_name and s.index_name = 'PRIMARY')
			from information_schema.tables t where t.table_schema = ? and t.table_type = 'BASE TABLE'
			order by coalesce(t.data_length, 0) desc, 1""";

	private static final String STRANGE = """
			select concat(table_name, '.', column_name, ' (', data_type, ')') from information_schema.columns
			where table_schema = ? and data_type in ('geometry', 'point', 'linestring', 'polygon', 'multipoint',
				'multilinestring', 'multipolygon', 'geometrycollection', 'geomcollection', 'vector') order by 1""";

	private static final String LEFT = """
			select concat('View ', table_name) from information_schema.views where table_schema = ?
			union all select concat('Trigger ', trigger_name) from information_schema.triggers where trigger_schema = ?
			union all select concat('Routine ', routine_name) from information_schema.routines where routine_schema = ?
			union all select concat('Event ', event_name) from information_schema.events where event_schema = ?""";

	private final Connection session;

	private final String database;

	private final List<String> problems = new ArrayList<>();

	private final List<String> remarks = new ArrayList<>();

	private final List<String> keyless = new ArrayList<>();

	private long tableBytes;

	private long indexBytes;

	private long largestBytes;

	private MysqlInspector(Connection session, String database) {
		this.session = session;
		this.database = database;
	}

	static DatabaseFacts inspect(DatabaseAddress address) {
		try (Connection session = address.connect()) {
			return new MysqlInspector(session, address.database()).look();
		}
		catch (SQLException ex) {
			return DatabaseFacts.unreachable(SqlProblems.say(address, ex));
		}
	}

	private DatabaseFacts look() throws SQLException {
		List<DatabaseFacts.Table> tables = tables();
		judge(tables);
		try (Statement statement = this.session.createStatement(); ResultSet row = statement.executeQuery(ABOUT)) {
			row.next();
			String version = row.getString(1);
			int most = (row.getInt(4) > 0) ? row.getInt(4) : row.getInt(3);
			DatabaseLimits limits = new DatabaseLimits(this.tableBytes, this.tableBytes / 2 + this.indexBytes,
					tables.isEmpty() ? "" : tables.getFirst().name(), this.largestBytes, 1, 0, most, row.getInt(5),
					List.copyOf(this.keyless), false, false);
			return new DatabaseFacts(true,
					(version.contains("MariaDB") ? "MariaDB " : "MySQL ") + version.replaceFirst("-.*", ""), 0,
					row.getString(2), new DatabaseFacts.Sorting("en_US.UTF-8", "en_US.UTF-8", null),
					"\"$user\", public", this.tableBytes + this.indexBytes, tables, List.of(),
					List.copyOf(this.problems), List.copyOf(this.remarks), limits, DatabaseEngine.MYSQL);
		}
	}

	private List<DatabaseFacts.Table> tables() throws SQLException {
		List<DatabaseFacts.Table> tables = new ArrayList<>();
		List<String> unsafe = new ArrayList<>();
		try (PreparedStatement statement = this.session.prepareStatement(TABLES)) {
			statement.setString(1, this.database);
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					String name = row.getString(1);
					tables.add(new DatabaseFacts.Table(this.database, name, row.getLong(2),
							row.getLong(3) + row.getLong(4)));
					this.tableBytes += row.getLong(3);
					this.indexBytes += row.getLong(4);
					this.largestBytes = Math.max(this.largestBytes, row.getLong(3));
					if (!row.getString(5).equalsIgnoreCase("InnoDB")) {
						unsafe.add(name + " (" + row.getString(5) + ")");
					}
					if (row.getBoolean(6)) {
						this.keyless.add(name);
					}
				}
			}
		}
		if (!unsafe.isEmpty()) {
			this.remarks
				.add("These tables are not of InnoDB and know no snapshots, so a rehearsal may catch them in the"
						+ " middle of a change: " + named(unsafe) + ".");
		}
		return List.copyOf(tables);
	}

	private void judge(List<DatabaseFacts.Table> tables) throws SQLException {
		if (tables.isEmpty()) {
			this.problems
				.add("The database has no tables that this user may read. Check that the address names the right"
						+ " database, and that the user has the right to read it.");
		}
		rights();
		List<String> strange = ask(STRANGE, 1);
		if (!strange.isEmpty()) {
			this.problems.add("Geometries and vectors are not moved, and these columns are such: " + named(strange)
					+ ". Write each into a column of text first (ST_AsText, VEC_ToText) and drop the old one. In the new"
					+ " database PostGIS (ST_GeomFromText) or pgvector reads that text.");
		}
		if (!this.keyless.isEmpty()) {
			this.remarks.add("Without a primary key: " + named(this.keyless)
					+ ". They are moved, but rows that differ cannot be named by a key.");
		}
		List<String> left = ask(LEFT, 4);
		if (!left.isEmpty()) {
			this.remarks.add("Not carried over, as their language is not PostgreSQL's: " + named(left) + ".");
		}
		this.remarks.add("It is converted to PostgreSQL while it is copied; the report lists each conversion.");
	}

	private void rights() throws SQLException {
		if (MysqlRights.whole(this.session, this.database)) {
			return;
		}
		List<String> partly = MysqlRights.partly(this.session, this.database);
		if (!partly.isEmpty()) {
			this.problems.add("The user may see only some columns of these tables, so the rest would be lost: "
					+ named(partly) + ". Grant select on the whole database to that user.");
		}
		this.remarks
			.add("The user may not read the whole database. Tables that it may not see are not moved: check that"
					+ " those listed are all.");
	}

	private List<String> ask(String sql, int arguments) throws SQLException {
		List<String> answers = new ArrayList<>();
		try (PreparedStatement statement = this.session.prepareStatement(sql)) {
			for (int index = 1; index <= arguments; index++) {
				statement.setString(index, this.database);
			}
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					answers.add(row.getString(1));
				}
			}
		}
		return answers;
	}

	private static String named(List<String> names) {
		int more = names.size() - NAMED;
		return names.stream().limit(NAMED).collect(Collectors.joining(", "))
				+ ((more > 0) ? " and " + more + " more" : "");
	}

}
