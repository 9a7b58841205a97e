package io.shiplift.mover.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.shiplift.mover.work.Scripts;

/**
 * The SQL of this folder.
 */
final class Questions {

	private Questions() {
	}

	static String script(String name) {
		return Scripts.read(Questions.class, name);
	}

	/** Makes a session spell values as any other does. */
	static Connection settle(Connection session) throws SQLException {
		try (Statement statement = session.createStatement()) {
			statement.execute(script("settings.sql"));
		}
		return session;
	}

	/** The first column of all rows. */
	static List<String> ask(Connection session, String sql) throws SQLException {
		List<String> answers = new ArrayList<>();
		try (Statement statement = session.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			while (row.next()) {
				answers.add(row.getString(1));
			}
		}
		return answers;
	}

}
