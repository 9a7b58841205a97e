package io.shiplift.mover.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The SQL of this folder.
 */
final class Questions {

	private Questions() {
	}

	static String script(String name) {
		try (InputStream stream = Objects.requireNonNull(Questions.class.getResourceAsStream(name), name)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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
