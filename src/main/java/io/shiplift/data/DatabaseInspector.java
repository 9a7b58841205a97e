package io.shiplift.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/**
 * Looks at a database without changing it, and says what would keep it from being moved.
 */
@Component
public class DatabaseInspector {

	/** The comparison asks for what older servers do not tell. */
	private static final int OLDEST = 13;

	private static final String ABOUT = """
			select current_setting('server_version'), current_setting('server_version_num')::int / 10000,
				current_setting('server_encoding'), d.datcollate, d.datctype,
				coalesce(to_jsonb(d)->>'daticulocale', to_jsonb(d)->>'datlocale'), current_setting('search_path'),
				pg_database_size(d.oid)
			from pg_database d where d.datname = current_database()""";

	private static final String TABLES = """
			select n.nspname, c.relname, greatest(c.reltuples, 0)::bigint, pg_total_relation_size(c.oid),
				has_table_privilege(c.oid, 'SELECT') and has_schema_privilege(n.oid, 'USAGE'), c.relpersistence = 'u',
				c.relforcerowsecurity
			from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where c.relkind in ('r', 'm')
				and n.nspname not in ('pg_catalog', 'information_schema', '_heroku', 'shiplift_ahead')
				and n.nspname not like 'pg\\_%'
				and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
					and d.deptype = 'e')
			order by 1, 2""";

	private static final String EXTENSIONS = """
			select e.extname, n.nspname, e.extversion
			from pg_extension e join pg_namespace n on n.oid = e.extnamespace
			where e.extname <> 'plpgsql' order by 1""";

	private static final String NOT_MOVED = """
			select 'Foreign server ' || srvname || ' and its tables are not moved.' from pg_foreign_server
			union all select 'Publication ' || pubname || ' is not moved.' from pg_publication
			union all select 'Event trigger ' || evtname || ' is not moved, as only a superuser can make it.'
			from pg_event_trigger e join pg_proc p on p.oid = e.evtfoid
			join pg_namespace n on n.oid = p.pronamespace where n.nspname <> '_heroku'""";

	private final DatabaseTools tools;

	DatabaseInspector(DatabaseTools tools) {
		this.tools = tools;
	}

	/** Answers within seconds, also if nothing is there. */
	public DatabaseFacts inspect(DatabaseAddress address) {
		if (address.foreign()) {
			return MysqlInspector.inspect(address);
		}
		try (Connection connection = address.connect(); Statement statement = connection.createStatement()) {
			connection.setReadOnly(true);
			connection.setAutoCommit(false);
			// A role may have a limit that only its own short questions keep.
			statement.execute("set statement_timeout = '10s'");
			return look(statement);
		}
		catch (SQLException ex) {
			return DatabaseFacts.unreachable(SqlProblems.say(address, ex));
		}
	}

	private DatabaseFacts look(Statement statement) throws SQLException {
		List<String> problems = new ArrayList<>();
		List<String> remarks = new ArrayList<>();
		List<DatabaseFacts.Table> tables = tables(statement, problems, remarks);
		List<DatabaseFacts.Extension> extensions = extensions(statement);
		try (ResultSet row = statement.executeQuery(NOT_MOVED)) {
			while (row.next()) {
				remarks.add(row.getString(1));
			}
		}
		DatabaseLimits limits = new LimitsReader(statement, remarks, LimitsReader.PATIENCE).read(extensions);
		try (ResultSet row = statement.executeQuery(ABOUT)) {
			row.next();
			int major = row.getInt(2);
			String encoding = row.getString(3);
			judge(major, encoding, tables, problems);
			return new DatabaseFacts(true, row.getString(1), major, encoding,
					new DatabaseFacts.Sorting(row.getString(4), row.getString(5), row.getString(6)), row.getString(7),
					row.getLong(8), tables, extensions, List.copyOf(problems), List.copyOf(remarks), limits,
					DatabaseEngine.POSTGRES);
		}
	}

	private void judge(int major, String encoding, List<DatabaseFacts.Table> tables, List<String> problems) {
		if (major < OLDEST) {
			problems.add("The server is PostgreSQL " + major + "; Shiplift moves version " + OLDEST
					+ " and later. Upgrade it first (heroku pg:upgrade).");
		}
		if (!encoding.equals("UTF8")) {
			problems.add("The database stores text as " + encoding
					+ ", not UTF8. Copy it into a database with ENCODING 'UTF8' first; PostgreSQL converts the text"
					+ " while it loads a dump.");
		}
		if (tables.isEmpty()) {
			problems.add("The database has no tables. Check that the address names the right database.");
		}
		this.tools.check(major).ifPresent(problems::add);
	}

	private static List<DatabaseFacts.Table> tables(Statement statement, List<String> problems, List<String> remarks)
			throws SQLException {
		List<DatabaseFacts.Table> tables = new ArrayList<>();
		List<String> unreadable = new ArrayList<>();
		try (ResultSet row = statement.executeQuery(TABLES)) {
			while (row.next()) {
				String name = row.getString(1) + "." + row.getString(2);
				tables.add(new DatabaseFacts.Table(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
				if (!row.getBoolean(5)) {
					unreadable.add(name);
				}
				if (row.getBoolean(7)) {
					problems
						.add("Table " + name + " hides rows even from its owner. Let the owner see them for the move:"
								+ " alter table " + name + " no force row level security.");
				}
				if (row.getBoolean(6)) {
					remarks.add("Table " + name + " is unlogged: its rows are moved, but a crash may have emptied it.");
				}
			}
		}
		if (!unreadable.isEmpty()) {
			problems.add("The user may not read " + unreadable.size() + " of the tables ("
					+ unreadable.stream().limit(5).collect(Collectors.joining(", "))
					+ "). Use the address of the database's owner, as DATABASE_URL has it.");
		}
		return List.copyOf(tables);
	}

	private static List<DatabaseFacts.Extension> extensions(Statement statement) throws SQLException {
		List<DatabaseFacts.Extension> extensions = new ArrayList<>();
		try (ResultSet row = statement.executeQuery(EXTENSIONS)) {
			while (row.next()) {
				extensions.add(new DatabaseFacts.Extension(row.getString(1), row.getString(2), row.getString(3)));
			}
		}
		return List.copyOf(extensions);
	}

}
