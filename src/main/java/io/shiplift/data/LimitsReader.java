package io.shiplift.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads the figures of a database, and says what somebody should know or do about them.
 */
final class LimitsReader {

	/** Seconds. */
	static final long PATIENCE = 300;

	private static final int NAMED = 5;

	private static final int MANY_SCHEMAS = 100;

	private static final String OWN = """
			n.nspname not in ('pg_catalog', 'information_schema', '_heroku') and n.nspname not like 'pg\\_%'
				and n.nspname not like 'shiplift%'""";

	private static final String TABLES = """
			select n.nspname || '.' || c.relname, pg_table_size(c.oid), c.relkind = 'r' and not exists (
					select 1 from pg_index i where i.indrelid = c.oid and i.indisvalid and (i.indisprimary or
						i.indisunique and i.indpred is null and i.indexprs is null and not exists (
							select 1 from pg_attribute a where a.attrelid = c.oid and a.attnum = any (i.indkey)
								and not a.attnotnull))),
				has_table_privilege(c.oid, 'TRIGGER')
			from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where c.relkind in ('r', 'm') and %s
				and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
					and d.deptype = 'e')
			order by 2 desc, 1""".formatted(OWN);

	private static final String FIGURES = """
			select (select coalesce(sum(pg_relation_size(i.indrelid) / 2 + pg_relation_size(i.indexrelid)), 0)::bigint
					from pg_index i where i.indexrelid >= 16384)
				+ (select coalesce(sum(pg_relation_size(c.conrelid) / 4), 0)::bigint from pg_constraint c
					where c.contype = 'f' and c.oid >= 16384),
				(select count(*) from pg_namespace n where %s), (select count(*) from pg_largeobject_metadata),
				has_database_privilege(current_database(), 'CREATE')""".formatted(OWN);

	/** The tightest of the limits of server, database and role. */
	private static final String CONNECTIONS = """
			select most, used from (
				select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
					as most, (select count(*) from pg_stat_activity where datname is not null)::int as used
				union all select datconnlimit, (select count(*) from pg_stat_activity a where a.datname = d.datname)::int
					from pg_database d where datname = current_database() and datconnlimit >= 0
				union all select rolconnlimit, (select count(*) from pg_stat_activity a where a.usename = r.rolname)::int
					from pg_roles r where rolname = current_user and rolconnlimit >= 0) limits
			order by most - used limit 1""";

	private static final String LONG_TRANSACTIONS = """
			select pid, extract(epoch from now() - xact_start)::bigint / 60, coalesce(application_name, '')
			from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
				and xact_start <= now() - make_interval(secs => %d) order by xact_start""";

	private static final String INVALID = """
			select n.nspname || '.' || c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
			join pg_namespace n on n.oid = c.relnamespace where not i.indisvalid and c.relkind = 'i' and %s
			order by 1""".formatted(OWN);

	private final Statement statement;

	private final List<String> remarks;

	private final long patience;

	/** Transactions that are open for longer than {@code patience} seconds are told. */
	LimitsReader(Statement statement, List<String> remarks, long patience) {
		this.statement = statement;
		this.remarks = remarks;
		this.patience = patience;
	}

	DatabaseLimits read(List<DatabaseFacts.Extension> extensions) throws SQLException {
		longTransactions();
		invalidIndexes();
		if (extensions.stream().anyMatch((extension) -> extension.name().equals("postgis"))) {
			this.remarks.add("The database uses PostGIS: its version on the target may differ, so rehearse with maps.");
		}
		Figures figures = figures();
		List<Integer> connections = connections();
		DatabaseLimits limits = withTables(figures, connections.getFirst(), connections.getLast());
		remark(limits);
		return limits;
	}

	/** How many streams a copy by a mover on this machine may use. */
	static int streams(Statement statement) throws SQLException {
		List<Integer> connections = new LimitsReader(statement, new ArrayList<>(), PATIENCE).connections();
		return DatabaseLimits.streams(connections.getFirst(), connections.getLast(),
				Runtime.getRuntime().availableProcessors());
	}

	private void remark(DatabaseLimits limits) {
		if (!limits.keyless().isEmpty()) {
			this.remarks.add(count(limits.keyless().size(), "table has", "tables have") + " no key ("
					+ named(limits.keyless()) + "): a copy made ahead takes such tables whole while the app is down.");
		}
		if (limits.schemas() > MANY_SCHEMAS) {
			this.remarks.add("There are " + limits.schemas()
					+ " schemas: making the tables takes longer than usual. They are all moved.");
		}
		if (limits.largeObjects() > 0) {
			this.remarks.add(count(limits.largeObjects(), "large object is", "large objects are")
					+ " moved one by one, after the rows.");
		}
		if (limits.connections() - limits.used() < 4) {
			this.remarks.add("Only " + Math.max(0, limits.connections() - limits.used()) + " of " + limits.connections()
					+ " connections are free, so one stream copies. Stop consoles and workers to make it faster.");
		}
	}

	private void longTransactions() throws SQLException {
		try (ResultSet row = this.statement.executeQuery(LONG_TRANSACTIONS.formatted(this.patience))) {
			while (row.next()) {
				String application = row.getString(3).replaceAll("[^\\w .:/@-]", "?");
				this.remarks.add("Process " + row.getInt(1) + (application.isBlank() ? "" : " (" + application + ")")
						+ " has had a transaction open for " + row.getLong(2)
						+ " minutes: end it before the move (select pg_terminate_backend(" + row.getInt(1)
						+ ")), as it may hold locks.");
			}
		}
	}

	private void invalidIndexes() throws SQLException {
		List<String> invalid = new ArrayList<>();
		try (ResultSet row = this.statement.executeQuery(INVALID)) {
			while (row.next()) {
				invalid.add(row.getString(1));
			}
		}
		if (!invalid.isEmpty()) {
			this.remarks.add(count(invalid.size(), "index is", "indexes are") + " invalid and not moved ("
					+ named(invalid) + "): build it anew (reindex) or drop it.");
		}
	}

	private Figures figures() throws SQLException {
		try (ResultSet row = this.statement.executeQuery(FIGURES)) {
			row.next();
			return new Figures(row.getLong(1), row.getInt(2), row.getLong(3), row.getBoolean(4));
		}
	}

	private List<Integer> connections() throws SQLException {
		try (ResultSet row = this.statement.executeQuery(CONNECTIONS)) {
			row.next();
			return List.of(row.getInt(1), row.getInt(2));
		}
	}

	private DatabaseLimits withTables(Figures figures, int connections, int used) throws SQLException {
		List<String> keyless = new ArrayList<>();
		String largest = "";
		long largestBytes = 0;
		long bytes = 0;
		boolean mayTrigger = true;
		try (ResultSet row = this.statement.executeQuery(TABLES)) {
			while (row.next()) {
				if (largest.isEmpty()) {
					largest = row.getString(1);
					largestBytes = row.getLong(2);
				}
				bytes += row.getLong(2);
				mayTrigger &= row.getBoolean(4);
				if (row.getBoolean(3)) {
					keyless.add(row.getString(1));
				}
			}
		}
		return new DatabaseLimits(bytes, figures.lateBytes(), largest, largestBytes, figures.schemas(),
				figures.largeObjects(), connections, used, List.copyOf(keyless), figures.maySchema(), mayTrigger);
	}

	private static String count(long number, String one, String many) {
		return number + " " + ((number == 1) ? one : many);
	}

	private static String named(List<String> names) {
		int more = names.size() - NAMED;
		return names.stream().limit(NAMED).collect(Collectors.joining(", "))
				+ ((more > 0) ? " and " + more + " more" : "");
	}

	private record Figures(long lateBytes, int schemas, long largeObjects, boolean maySchema) {

	}

}
