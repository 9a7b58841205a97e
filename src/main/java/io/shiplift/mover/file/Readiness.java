package io.shiplift.mover.file;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.shiplift.mover.BackupContents;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Side;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.work.Sessions;

/**
 * Whether a target is fit for what a file of anybody may hold: its role must be a plain
 * owner, and the extensions must be there.
 */
final class Readiness {

	/** Made in every database, or of no use in another. */
	private static final List<String> NOT_NEEDED = List.of("plpgsql", "pg_stat_statements");

	private static final String POWERS = """
			select (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
				or exists (select 1 from pg_roles p where p.rolname in ('pg_execute_server_program',
					'pg_write_server_files', 'pg_read_server_files', 'rds_superuser')
					and pg_has_role(r.oid, p.oid, 'member'))
			from pg_roles r where rolname = current_user""";

	private static final String EXTENSIONS = "select extname, nspname from pg_extension e"
			+ " join pg_namespace n on n.oid = e.extnamespace";

	private static final String TABLES = """
			select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
			from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where c.relkind in ('r', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
				and n.nspname not like 'pg\\_%' and not exists (select 1 from pg_depend d
					where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')""";

	private final boolean powerful;

	private final Map<String, String> extensions;

	private final List<String> tables;

	private Readiness(boolean powerful, Map<String, String> extensions, List<String> tables) {
		this.powerful = powerful;
		this.extensions = extensions;
		this.tables = tables;
	}

	static Readiness of(Side side) {
		try (Connection connection = Sessions.open(side); Statement statement = connection.createStatement()) {
			Map<String, String> extensions = new HashMap<>();
			List<String> tables = new ArrayList<>();
			try (ResultSet row = statement.executeQuery(EXTENSIONS)) {
				while (row.next()) {
					extensions.put(row.getString(1), row.getString(2));
				}
			}
			try (ResultSet row = statement.executeQuery(TABLES)) {
				while (row.next()) {
					tables.add(row.getString(1));
				}
			}
			try (ResultSet row = statement.executeQuery(POWERS)) {
				row.next();
				return new Readiness(row.getBoolean(1), extensions, tables);
			}
		}
		catch (SQLException ex) {
			throw new MoverProblem("The target could not be read. " + SqlSentences.say(side, ex), ex);
		}
	}

	/** Refuses unless everything is as it must be. */
	void require(List<BackupContents.Extension> needed) {
		if (this.powerful) {
			throw new MoverProblem("The role of the target may do more than own its database. A backup file is restored"
					+ " only by a plain role, as nobody knows what it holds.");
		}
		List<String> missing = needed.stream()
			.filter((extension) -> !NOT_NEEDED.contains(extension.name()))
			.filter((extension) -> !extension.schema().equals(this.extensions.get(extension.name())))
			.map((extension) -> extension.name() + " in schema " + extension.schema())
			.toList();
		if (!missing.isEmpty()) {
			throw new MoverProblem("The target lacks extensions that the backup needs: " + String.join(", ", missing)
					+ ". Make them there first.");
		}
	}

	/** All tables, as they are written in SQL. */
	List<String> tables() {
		return this.tables;
	}

}
