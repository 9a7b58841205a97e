package io.shiplift.practice.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

import org.postgresql.PGConnection;

/**
 * The shop's databases on the source server: one template that is filled once, and a copy
 * of it for each world. Whatever a killed attempt left is found and finished.
 */
final class Shop {

	private static final String TEMPLATE = "shop_template_1";

	private static final String HALF = "shop_being_made";

	private static final String OWNER = "shop_owner";

	private static final String READY = "ready";

	private final Postmaster.Address server;

	Shop(Postmaster.Address server) {
		this.server = server;
	}

	/**
	 * Makes the world's database unless it stands. The names are checked by the caller.
	 */
	void make(String database, String user, String password) throws SQLException {
		try (Connection connection = this.server.connect("postgres");
				Statement statement = connection.createStatement()) {
			statement.execute("select pg_advisory_lock(7310)");
			if (READY.equals(comment(statement, database))) {
				return;
			}
			makeTemplate(statement);
			makeRole(connection, statement, user, password);
			if (!exists(statement, "pg_database", "datname", database)) {
				statement.execute("create database %s template %s owner %s".formatted(database, TEMPLATE, user));
			}
			finish(database, user);
			statement.execute("comment on database %s is '%s'".formatted(database, READY));
		}
	}

	void drop(String database, String user) throws SQLException {
		try (Connection connection = this.server.connect("postgres");
				Statement statement = connection.createStatement()) {
			statement.execute("drop database if exists %s with (force)".formatted(database));
			statement.execute("drop role if exists " + user);
		}
	}

	private void makeTemplate(Statement statement) throws SQLException {
		if (exists(statement, "pg_database", "datname", TEMPLATE)) {
			return;
		}
		statement.execute("drop database if exists %s with (force)".formatted(HALF));
		if (!exists(statement, "pg_roles", "rolname", OWNER)) {
			statement.execute("create role " + OWNER);
		}
		statement.execute("create database %s template template0 encoding 'UTF8'".formatted(HALF));
		fill();
		statement.execute("alter database %s rename to %s".formatted(HALF, TEMPLATE));
		statement.execute("alter database %s with is_template true allow_connections false".formatted(TEMPLATE));
	}

	/** The generated rows keep to the foreign keys, so nothing checks them one by one. */
	private void fill() throws SQLException {
		try (Connection connection = this.server.connect(HALF); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute(script("heroku.sql"));
			statement.execute("grant usage, create on schema public to " + OWNER);
			statement.execute("set session_replication_role = replica");
			statement.execute("set role " + OWNER);
			statement.execute(script("tables.sql"));
			statement.execute(script("rows.sql"));
			statement.execute("reset role");
			connection.commit();
			connection.setAutoCommit(true);
			statement.execute("revoke all on schema public from " + OWNER);
			statement.execute("vacuum analyze");
		}
	}

	private static void makeRole(Connection connection, Statement statement, String user, String password)
			throws SQLException {
		if (!exists(statement, "pg_roles", "rolname", user)) {
			statement.execute("create role %s login nosuperuser nocreatedb nocreaterole noreplication".formatted(user));
		}
		connection.unwrap(PGConnection.class).alterUserPassword(user, password.toCharArray(), "scram-sha-256");
	}

	/** The owner of the template's tables is nobody's; here they get the world's own. */
	private void finish(String database, String user) throws SQLException {
		try (Connection connection = this.server.connect(database);
				Statement statement = connection.createStatement()) {
			statement.execute("reassign owned by %s to %s".formatted(OWNER, user));
			statement.execute("revoke all on database %s from public".formatted(database));
			statement.execute("alter database %s set search_path = \"$user\", public, heroku_ext".formatted(database));
		}
	}

	private static String comment(Statement statement, String database) throws SQLException {
		try (ResultSet row = statement.executeQuery(
				"select coalesce(shobj_description(oid, 'pg_database'), '') from pg_database where datname = '%s'"
					.formatted(database))) {
			return row.next() ? row.getString(1) : "";
		}
	}

	private static boolean exists(Statement statement, String catalog, String column, String name) throws SQLException {
		try (ResultSet row = statement
			.executeQuery("select 1 from %s where %s = '%s'".formatted(catalog, column, name))) {
			return row.next();
		}
	}

	private static String script(String name) {
		try (InputStream stream = Objects.requireNonNull(Shop.class.getResourceAsStream(name), name)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
