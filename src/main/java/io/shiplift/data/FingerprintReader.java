package io.shiplift.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Takes the fingerprint of a database as it is at one moment, without changing it. The
 * worker of a copy asks the same questions with {@code psql}.
 */
final class FingerprintReader {

	private static final Duration SILENCE = Duration.ofMinutes(30);

	private final DatabaseAddress address;

	FingerprintReader(DatabaseAddress address) {
		this.address = address;
	}

	Fingerprint read(boolean hashText) {
		try (Connection connection = this.address.connect(SILENCE);
				Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			connection.setReadOnly(true);
			statement.execute(script("settings.sql"));
			if (hashText) {
				statement.execute("set shiplift.hash = 'text'");
			}
			List<String> lines = new ArrayList<>(ask(statement, script("catalogue.sql")));
			for (String questions : List.of("sequences.sql", "tables.sql")) {
				for (String question : ask(statement, script(questions))) {
					lines.addAll(ask(statement, question));
				}
			}
			return Fingerprint.parse(lines);
		}
		catch (SQLException ex) {
			throw SqlProblems.of("Reading " + this.address, this.address, ex);
		}
	}

	int major() {
		try (Connection connection = this.address.connect()) {
			return connection.getMetaData().getDatabaseMajorVersion();
		}
		catch (SQLException ex) {
			throw SqlProblems.of("Opening " + this.address, this.address, ex);
		}
	}

	static String script(String name) {
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
