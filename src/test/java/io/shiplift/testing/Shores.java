package io.shiplift.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.shiplift.practice.database.PostgresPrograms;
import io.shiplift.practice.database.Postmaster;

/**
 * The two real databases of a practice world, looked at directly.
 */
public final class Shores {

	private static final String TABLES = "select format('%I.%I', n.nspname, c.relname) from pg_class c"
			+ " join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'm') and n.nspname not in"
			+ " ('pg_catalog', 'information_schema', '_heroku', 'heroku_ext') and n.nspname not like 'pg_toast%'";

	private final Path practice;

	public Shores(Path home) {
		this.practice = home.resolve("practice");
	}

	/** Rows of the world's shop: a number and a digest for each table. */
	public Map<String, String> source(String world) {
		return rows(server("source"), "shop_" + world);
	}

	/** Rows of the database that the newest copy for good went to. */
	public Map<String, String> target(String world) {
		Postmaster.Address server = server("target");
		List<String> names = strings(server, "postgres",
				"select datname from pg_database where datname like 'app\\_" + world + "\\_%' order by oid");
		return names.isEmpty() ? Map.of() : rows(server, names.getLast());
	}

	private static Map<String, String> rows(Postmaster.Address server, String database) {
		Map<String, String> rows = new TreeMap<>();
		for (String table : strings(server, database, TABLES)) {
			rows.put(table,
					strings(server, database,
							"select count(*) || ' ' || coalesce(sum(hashtextextended(r::text, 0)::numeric), 0) from "
									+ table + " r")
						.getFirst());
		}
		return rows;
	}

	private static List<String> strings(Postmaster.Address server, String database, String sql) {
		List<String> strings = new ArrayList<>();
		try (Connection connection = server.connect(database);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			while (row.next()) {
				strings.add(row.getString(1));
			}
			return strings;
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Cannot look into " + database, ex);
		}
	}

	private Postmaster.Address server(String name) {
		return Postmaster.at(this.practice.resolve(name), PostgresPrograms.in(this.practice)).running();
	}

}
