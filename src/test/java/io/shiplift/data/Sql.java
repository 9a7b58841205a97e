package io.shiplift.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Short questions for tests.
 */
final class Sql {

	private Sql() {
	}

	static long number(DatabaseAddress address, String sql) throws SQLException {
		try (Connection connection = address.connect();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getLong(1);
		}
	}

	static void run(DatabaseAddress address, String... statements) throws SQLException {
		try (Connection connection = address.connect(); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

}
