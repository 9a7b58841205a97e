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

import io.shiplift.mover.Hash;

/**
 * Takes the fingerprint of a database as it is at one moment, without changing it.
 */
public final class FingerprintReader {

	private FingerprintReader() {
	}

	/** Its lines; the session is in a transaction that sees one moment only. */
	public static List<String> read(Connection session, Hash hash) throws SQLException {
		try (Statement statement = session.createStatement()) {
			statement.execute(script("settings.sql"));
			if (hash == Hash.TEXT) {
				statement.execute("set shiplift.hash = 'text'");
			}
			List<String> lines = new ArrayList<>(ask(statement, script("catalogue.sql")));
			for (String questions : List.of("sequences.sql", "tables.sql")) {
				for (String question : ask(statement, script(questions))) {
					lines.addAll(ask(statement, question));
				}
			}
			return lines;
		}
	}

	private static String script(String name) {
		try (InputStream stream = Objects.requireNonNull(FingerprintReader.class.getResourceAsStream(name), name)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> ask(Statement statement, String sql) throws SQLException {
		List<String> answers = new ArrayList<>();
		try (ResultSet row = statement.executeQuery(sql)) {
			while (row.next()) {
				answers.add(row.getString(1));
			}
		}
		return answers;
	}

}
