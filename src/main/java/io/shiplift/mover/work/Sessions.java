package io.shiplift.mover.work;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Side;
import io.shiplift.mover.SqlSentences;
import org.postgresql.Driver;

/**
 * Opens sessions on PostgreSQL servers. Limits on the time of a query are lifted, as a
 * role or database may have one that no copy can keep.
 */
public final class Sessions {

	private static final List<String> ALL = List.of("set statement_timeout = 0", "set lock_timeout = '60s'",
			"set idle_in_transaction_session_timeout = 0", "set row_security = off", "set search_path = pg_catalog");

	/** Only what the owner of a database on RDS may set. */
	private static final List<String> TUNED = List.of("set synchronous_commit = off",
			"set maintenance_work_mem = '512MB'", "set max_parallel_maintenance_workers = 1");

	private Sessions() {
	}

	public static Connection open(Side side) {
		try {
			Connection connection = connect(side);
			run(connection, ALL);
			return connection;
		}
		catch (SQLException ex) {
			throw new MoverProblem(SqlSentences.say(side, ex), ex);
		}
	}

	/** A session that writes much. */
	public static Connection tuned(Side side) {
		Connection connection = open(side);
		try {
			run(connection, TUNED);
			return connection;
		}
		catch (SQLException ex) {
			throw new MoverProblem(SqlSentences.say(side, ex), ex);
		}
	}

	/** The same for programs of PostgreSQL, as their {@code PGOPTIONS}. */
	static String tunedOptions() {
		return "-c statement_timeout=0 -c lock_timeout=0 -c synchronous_commit=off -c maintenance_work_mem=512MB"
				+ " -c max_parallel_maintenance_workers=1";
	}

	public static void run(Connection connection, List<String> statements) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	/** The first column of the first row. */
	public static String text(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			return (row.next() && row.getString(1) != null) ? row.getString(1) : "";
		}
	}

	private static Connection connect(Side side) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", side.user());
		properties.setProperty("password", side.password());
		properties.setProperty("connectTimeout", "5");
		properties.setProperty("loginTimeout", "10");
		properties.setProperty("tcpKeepAlive", "true");
		properties.setProperty("sslmode", side.sslMode());
		properties.setProperty("gssEncMode", "disable");
		properties.setProperty("ApplicationName", "shiplift-move");
		String host = side.host().contains(":") ? "[" + side.host() + "]" : side.host();
		String url = "jdbc:postgresql://" + host + ":" + side.port() + "/"
				+ URLEncoder.encode(side.database(), StandardCharsets.UTF_8).replace("+", "%20");
		Connection connection = new Driver().connect(url, properties);
		if (connection == null) {
			throw new SQLException("The address is not one of PostgreSQL", "08001");
		}
		return connection;
	}

}
