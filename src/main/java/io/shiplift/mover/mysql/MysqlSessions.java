package io.shiplift.mover.mysql;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.MysqlSentences;
import io.shiplift.mover.Side;
import org.mariadb.jdbc.Driver;

/**
 * Opens sessions on MySQL and MariaDB servers, which only read.
 */
public final class MysqlSessions {

	private static final List<String> ALL = List.of("set session sql_mode = ''", "set session time_zone = '+00:00'",
			"set session net_write_timeout = 3600", "set session wait_timeout = 28800",
			"set session transaction isolation level repeatable read");

	/** What only some servers know. */
	private static final List<String> SOME = List.of("set session max_statement_time = 0",
			"set session max_execution_time = 0", "set session information_schema_stats_expiry = 0");

	private MysqlSessions() {
	}

	/** A session that looks at one moment until it is closed. */
	static Connection snapshot(Side side) {
		try {
			Connection session = connect(side, Duration.ZERO);
			try (Statement statement = session.createStatement()) {
				statement.execute("start transaction with consistent snapshot, read only");
			}
			return session;
		}
		catch (SQLException ex) {
			throw new MoverProblem(MysqlSentences.say(side, ex), ex);
		}
	}

	/**
	 * Connects within 5 seconds; {@code silence} is how long an answer may take, zero for
	 * as long as it likes. The server cannot ask for files of this machine.
	 */
	public static Connection connect(Side side, Duration silence) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", side.user());
		properties.setProperty("password", side.password());
		properties.setProperty("connectTimeout", "5000");
		properties.setProperty("socketTimeout", Long.toString(silence.toMillis()));
		properties.setProperty("sslMode", side.sslMode().equals("require") ? "trust" : "disable");
		properties.setProperty("allowLocalInfile", "false");
		properties.setProperty("allowPublicKeyRetrieval", Boolean.toString(side.local()));
		properties.setProperty("connectionAttributes", "program_name:shiplift");
		String host = side.host().contains(":") ? "[" + side.host() + "]" : side.host();
		Connection session = new Driver().connect("jdbc:mariadb://" + host + ":" + side.port() + "/"
				+ URLEncoder.encode(side.database(), StandardCharsets.UTF_8).replace("+", "%20"), properties);
		if (session == null) {
			throw new SQLException("The address is not one of MySQL", "08001");
		}
		settle(session);
		return session;
	}

	private static void settle(Connection session) throws SQLException {
		try (Statement statement = session.createStatement()) {
			for (String sql : ALL) {
				statement.execute(sql);
			}
			for (String sql : SOME) {
				attempt(statement, sql);
			}
		}
	}

	private static void attempt(Statement statement, String sql) throws SQLException {
		try {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			if (ex.getSQLState() != null && ex.getSQLState().startsWith("08")) {
				throw ex;
			}
		}
	}

}
