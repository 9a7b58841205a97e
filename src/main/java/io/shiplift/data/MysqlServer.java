package io.shiplift.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A MySQL or MariaDB server as the user of one of its databases can steer it.
 */
public final class MysqlServer {

	private static final String SESSIONS = """
			select id from information_schema.processlist
			where db = ? and id <> connection_id() and command <> 'Daemon' order by id""";

	private static final int GONE = 1094;

	private final DatabaseAddress address;

	private MysqlServer(DatabaseAddress address) {
		this.address = address;
	}

	public static MysqlServer at(DatabaseAddress address) {
		return new MysqlServer(address);
	}

	/** How many others use the database, as far as its user can see. */
	public int sessions() {
		try (Connection session = this.address.connect()) {
			return find(session).size();
		}
		catch (SQLException ex) {
			throw SqlProblems.of("Looking who uses " + this.address, this.address, ex);
		}
	}

	/** Ends those sessions, and answers how many there were. */
	public int endSessions() {
		try (Connection session = this.address.connect(); Statement statement = session.createStatement()) {
			List<Long> others = find(session);
			for (long other : others) {
				end(statement, other);
			}
			return others.size();
		}
		catch (SQLException ex) {
			throw SqlProblems.of("Ending the sessions on " + this.address, this.address, ex);
		}
	}

	private static void end(Statement statement, long session) throws SQLException {
		try {
			statement.execute("kill " + session);
		}
		catch (SQLException ex) {
			if (ex.getErrorCode() != GONE) {
				throw ex;
			}
		}
	}

	private List<Long> find(Connection session) throws SQLException {
		List<Long> others = new ArrayList<>();
		try (PreparedStatement statement = session.prepareStatement(SESSIONS)) {
			statement.setString(1, this.address.database());
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					others.add(row.getLong(1));
				}
			}
		}
		return others;
	}

}
