package io.shiplift.mover.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.shiplift.mover.work.Scripts;

/**
 * What a user may read of a source. The server does not show what a user may not see, so
 * it would be missed in silence.
 */
public final class MysqlRights {

	private MysqlRights() {
	}

	/** Tables of which the user may see some columns only. */
	public static List<String> partly(Connection session, String database) throws SQLException {
		return ask(session, "rights-partly.sql", database);
	}

	/** Whether the user may read the whole database, not only some tables by name. */
	public static boolean whole(Connection session, String database) throws SQLException {
		return !ask(session, "rights-whole.sql", database).isEmpty();
	}

	private static List<String> ask(Connection session, String script, String database) throws SQLException {
		List<String> answers = new ArrayList<>();
		try (PreparedStatement statement = session.prepareStatement(Scripts.read(MysqlRights.class, script))) {
			statement.setString(1, database);
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					answers.add(row.getString(1));
				}
			}
		}
		return answers;
	}

}
