package io.shiplift.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.shiplift.mover.Names;
import io.shiplift.outside.OutsideProblem;
import org.postgresql.PGConnection;

/**
 * A PostgreSQL server as its master user, or the owner of a database, can steer it. Every
 * call may be repeated.
 */
public final class DatabaseServer {

	private final DatabaseAddress master;

	private DatabaseServer(DatabaseAddress master) {
		this.master = master;
	}

	public static DatabaseServer at(DatabaseAddress master) {
		return new DatabaseServer(master);
	}

	/**
	 * Makes an empty database like {@code source}: same text rules, same extensions in
	 * the same schemas, same search path, owned by a role of its own.
	 */
	public FreshDatabase createFresh(String database, String owner, String ownerPassword, DatabaseFacts source) {
		return new Creation(this.master, Names.checked(database), Names.checked(owner)).create(ownerPassword, source);
	}

	/** Whether a database of that name is there. */
	public boolean exists(String database) {
		return ask("Looking for database " + database, "select 1 from pg_database where datname = ?", database)
			.size() == 1;
	}

	/**
	 * Ends the sessions of a database and removes it, and its owner unless that owns
	 * more. Only names that start with {@code prefix} are removed.
	 */
	public void drop(String database, String owner, String prefix) {
		if (prefix.length() < 3 || !database.startsWith(prefix) || !owner.startsWith(prefix)) {
			throw new OutsideProblem(OutsideProblem.Kind.REFUSED, "Database " + database + " of " + owner
					+ " is not removed, as only names that start with " + prefix + " are Shiplift's own.");
		}
		if (exists(database)) {
			// Not by force: that also wants to end the server's own vacuum, which only a
			// superuser may; without it the server makes its vacuum give way by itself.
			run("Closing database " + database, (statement) -> statement
				.execute("alter database " + Names.quoted(database) + " allow_connections false"));
			endSessions(database);
		}
		run("Removing database " + database, (statement) -> {
			statement.execute("drop database if exists " + Names.quoted(database));
			try {
				statement.execute("drop role if exists " + Names.quoted(owner));
			}
			catch (SQLException ex) {
				if (!"2BP01".equals(ex.getSQLState())) {
					throw ex;
				}
			}
		});
	}

	/** Who is connected to a database, apart from this very question. */
	public List<Session> sessions(String database) {
		List<Session> sessions = new ArrayList<>();
		for (List<String> row : ask("Looking who uses database " + database, """
				select coalesce(usename, ''), coalesce(application_name, ''), coalesce(state, '')
				from pg_stat_activity where datname = ? and pid <> pg_backend_pid() and backend_type = 'client backend'
				order by backend_start""", database)) {
			sessions.add(new Session(row.get(0), row.get(1), row.get(2)));
		}
		return sessions;
	}

	/** Ends all sessions of a database but this one, and answers how many. */
	public int endSessions(String database) {
		return ask("Ending the sessions of database " + database, """
				select pg_terminate_backend(a.pid, 3000)::text
				from pg_stat_activity a join pg_roles r on r.oid = a.usesysid
				where a.datname = ? and a.pid <> pg_backend_pid() and pg_has_role(r.oid, 'MEMBER')
					and (not r.rolsuper or r.rolname = current_user)""", database).size();
	}

	/**
	 * Lets nobody write to a database any more: new sessions are read-only, old ones are
	 * ended. Answers how many those were.
	 */
	public int freeze(String database) {
		String name = Names.quoted(database);
		run("Making database " + database + " read-only", (statement) -> {
			statement.execute("set default_transaction_read_only = off");
			statement.execute("alter database " + name + " set default_transaction_read_only = on");
		});
		return endSessions(database);
	}

	/** Takes a freeze back; sessions of that time are ended, as they stay read-only. */
	public int unfreeze(String database) {
		run("Making database " + database + " writable", (statement) -> {
			statement.execute("set default_transaction_read_only = off");
			statement.execute("alter database " + Names.quoted(database) + " reset default_transaction_read_only");
		});
		return endSessions(database);
	}

	/** Whether new sessions of a database are read-only. */
	public boolean frozen(String database) {
		return !ask("Looking whether database " + database + " is read-only", """
				select 1 from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
				where d.datname = ? and s.setrole = 0 and 'default_transaction_read_only=on' = any(s.setconfig)""",
				database)
			.isEmpty();
	}

	private List<List<String>> ask(String attempt, String sql, String argument) {
		try (Connection connection = this.master.connect();
				PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setString(1, argument);
			List<List<String>> rows = new ArrayList<>();
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					List<String> values = new ArrayList<>();
					for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
						values.add(row.getString(column));
					}
					rows.add(values);
				}
			}
			return rows;
		}
		catch (SQLException ex) {
			throw SqlProblems.of(attempt, this.master, ex);
		}
	}

	private void run(String attempt, Work work) {
		try (Connection connection = this.master.connect(); Statement statement = connection.createStatement()) {
			work.on(statement);
		}
		catch (SQLException ex) {
			throw SqlProblems.of(attempt, this.master, ex);
		}
	}

	static void setPassword(Connection connection, String role, String password) throws SQLException {
		connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
	}

	/**
	 * Somebody's connection to a database.
	 */
	public record Session(String user, String application, String state) {

	}

	private interface Work {

		void on(Statement statement) throws SQLException;

	}

}
