package io.shiplift.data;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Pattern;

import io.shiplift.mover.Side;
import io.shiplift.mover.mysql.MysqlSessions;

/**
 * Where a database is and who opens it. Its parts are checked, so that nothing in them
 * can change the meaning of an address or a command that is built from them.
 */
public record DatabaseAddress(DatabaseEngine engine, String host, int port, String database, String user,
		String password) {

	private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?");

	private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

	private static final Pattern LOCAL = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");

	private static final int NAME_BYTES = 63;

	public DatabaseAddress {
		if (!HOST.matcher(host).matches() && !(host.contains(":") && IPV6.matcher(host).matches())) {
			throw new InvalidAddress(
					"The host name is not one: use letters, digits, dots and hyphens, such as ec2-1-2-3-4.compute-1.amazonaws.com.");
		}
		if (port < 1 || port > 65535) {
			throw new InvalidAddress(
					"The port must be a number from 1 to 65535; the usual one is " + engine.port() + ".");
		}
		checkName("database", database);
		checkName("user", user);
		if (password.isEmpty() || password.length() > 1000 || hasControl(password)) {
			throw new InvalidAddress(
					"The password is missing, longer than 1,000 characters or has control characters. It belongs between the user and the @ sign.");
		}
	}

	/** One of PostgreSQL. */
	public DatabaseAddress(String host, int port, String database, String user, String password) {
		this(DatabaseEngine.POSTGRES, host, port, database, user, password);
	}

	/**
	 * Reads an address as Heroku writes it,
	 * {@code postgres://user:password@host:5432/database}, or as its add-ons do,
	 * {@code mysql://user:password@host/database?reconnect=true}.
	 */
	public static DatabaseAddress parse(String url) {
		return DatabaseUrl.parse(url);
	}

	/** The same server and user, another database. */
	public DatabaseAddress withDatabase(String name) {
		return new DatabaseAddress(this.engine, this.host, this.port, name, this.user, this.password);
	}

	/** The same server and database, another user. */
	public DatabaseAddress withUser(String name, String secret) {
		return new DatabaseAddress(this.engine, this.host, this.port, this.database, name, secret);
	}

	/** The address as a configuration variable; it has the password in it. */
	public String toUrl() {
		return this.engine.scheme() + "://" + encode(this.user) + ":" + encode(this.password) + "@" + hostForUrl() + ":"
				+ this.port + "/" + encode(this.database);
	}

	/** The same in the mover's words: other machines must speak TLS. */
	Side side() {
		return new Side(this.host, this.port, this.database, this.user, this.password, sslMode());
	}

	/** Whether it is one of MySQL or MariaDB, which is converted. */
	public boolean foreign() {
		return this.engine == DatabaseEngine.MYSQL;
	}

	private String sslMode() {
		return LOCAL.matcher(this.host).matches() ? "prefer" : "require";
	}

	Connection connect() throws SQLException {
		return connect(Duration.ofSeconds(10));
	}

	/** Connects within 5 seconds; {@code silence} is how long an answer may take. */
	Connection connect(Duration silence) throws SQLException {
		if (foreign()) {
			return MysqlSessions.connect(side(), silence);
		}
		Properties properties = new Properties();
		properties.setProperty("user", this.user);
		properties.setProperty("password", this.password);
		properties.setProperty("connectTimeout", "5");
		properties.setProperty("loginTimeout", "5");
		properties.setProperty("socketTimeout", Long.toString(silence.toSeconds()));
		properties.setProperty("sslmode", sslMode());
		properties.setProperty("gssEncMode", "disable");
		properties.setProperty("ApplicationName", "shiplift");
		return DriverManager.getConnection(
				"jdbc:postgresql://" + hostForUrl() + ":" + this.port + "/" + encode(this.database), properties);
	}

	private String hostForUrl() {
		return this.host.contains(":") ? "[" + this.host + "]" : this.host;
	}

	private static String encode(String part) {
		return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private static void checkName(String what, String name) {
		if (name.isBlank()) {
			throw new InvalidAddress("The name of the " + what
					+ " is missing. An address looks like postgres://user:password@host:5432/database.");
		}
		if (name.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES || hasControl(name)) {
			throw new InvalidAddress("The name of the " + what + " is longer than " + NAME_BYTES
					+ " bytes or has control characters, which databases do not allow.");
		}
	}

	private static boolean hasControl(String text) {
		return text.chars().anyMatch(Character::isISOControl);
	}

	/** Without the password. */
	@Override
	public String toString() {
		return this.user + "@" + hostForUrl() + ":" + this.port + "/" + this.database;
	}

}
