package io.shiplift.mover.copy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Side;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.work.Lanes;
import io.shiplift.mover.work.Sessions;

/**
 * The empty database that a copy goes into.
 */
public final class Target {

	private static final String RELATIONS = """
			select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
				and n.nspname not like 'pg\\_%' and not exists (select 1 from pg_depend d
					where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')""";

	private final Side side;

	public Target(Side side) {
		this.side = side;
	}

	/** The schemas that are there already; anything else must not be. */
	public Set<String> schemasOfEmpty() {
		try (Connection connection = Sessions.open(this.side); Statement statement = connection.createStatement()) {
			try (ResultSet row = statement.executeQuery(RELATIONS)) {
				row.next();
				if (row.getInt(1) > 0) {
					throw new MoverProblem("The target database is not empty (" + row.getInt(1)
							+ " relations); a copy goes into a fresh one only.");
				}
			}
			Set<String> schemas = new HashSet<>();
			try (ResultSet row = statement
				.executeQuery("select translate(nspname, E'\\n\\r', '  ') from pg_namespace")) {
				while (row.next()) {
					schemas.add(row.getString(1));
				}
			}
			return schemas;
		}
		catch (SQLException ex) {
			throw new MoverProblem("The target could not be read. " + SqlSentences.say(this.side, ex), ex);
		}
	}

	/** Collects statistics for the planner, several tables at a time. */
	public void analyze(int lanes, List<String> tables) {
		Lanes.run(lanes, tables, () -> {
			Connection connection = Sessions.open(this.side);
			return new Analysis(this.side, connection);
		});
	}

	private record Analysis(Side side, Connection connection) implements Lanes.Lane<String> {

		@Override
		public void take(String table) {
			try (Statement statement = this.connection.createStatement()) {
				statement.execute("analyze " + table);
			}
			catch (SQLException ex) {
				throw new MoverProblem("Statistics could not be collected. " + SqlSentences.say(this.side, ex), ex);
			}
		}

		@Override
		public void close() throws SQLException {
			this.connection.close();
		}

	}

}
