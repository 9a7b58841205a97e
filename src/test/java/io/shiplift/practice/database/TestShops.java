package io.shiplift.practice.database;

import java.sql.Connection;
import java.sql.SQLException;

import io.shiplift.data.DatabaseAddress;
import io.shiplift.testing.PostgresServer;

/**
 * Shops and a target's master user on the server of the tests.
 */
public final class TestShops {

	private static final String PASSWORD = "a:b\\c d'e";

	private TestShops() {
	}

	/** A full shop of its own, owned by a plain user. */
	public static DatabaseAddress shop(String name) {
		return shop(PostgresServer.address(), name);
	}

	/** The same on a certain server. */
	public static DatabaseAddress shop(Postmaster.Address server, String name) {
		try {
			new Shop(server).make("shop_" + name, "u_" + name, PASSWORD);
			return new DatabaseAddress(server.host(), server.port(), "shop_" + name, "u_" + name, PASSWORD);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A database of 50 rows in five tables, for tests that need no more. */
	public static DatabaseAddress small(String name) {
		DatabaseAddress shop = empty("small_" + name);
		for (int table = 1; table <= 5; table++) {
			PostgresServer.executeIn(shop.database(),
					"create table part_%1$d (id serial primary key, word text); alter table part_%1$d owner to %2$s;"
						.formatted(table, shop.user())
							+ " insert into part_%d (word) select 'word ' || n from generate_series(1, 10) n"
								.formatted(table));
		}
		return shop;
	}

	/** The same rows at once, without the way over a dump. */
	public static DatabaseAddress clone(DatabaseAddress shop, String name) {
		PostgresServer.execute("create database " + name + " template " + shop.database() + " owner " + shop.user());
		return shop.withDatabase(name);
	}

	/** A database that stores text in another encoding. */
	public static DatabaseAddress latin1(String name) {
		DatabaseAddress small = small(name);
		PostgresServer.execute(
				"create database " + name + " template template0 encoding 'LATIN1' locale 'C' owner " + small.user());
		PostgresServer.executeIn(name, "create table word (w text); alter table word owner to " + small.user());
		return small.withDatabase(name);
	}

	private static DatabaseAddress empty(String name) {
		Postmaster.Address server = PostgresServer.address();
		PostgresServer.execute("create role %1$s login password 'small'".formatted(name),
				"create database %1$s owner %1$s".formatted(name));
		return new DatabaseAddress(server.host(), server.port(), name, name, "small");
	}

	/** A master user as RDS has it: no superuser, but it may leave out triggers. */
	public static DatabaseAddress master() {
		Postmaster.Address server = PostgresServer.address();
		PostgresServer.execute(
				"do $$ begin create role test_master login createdb createrole password 'master';"
						+ " exception when duplicate_object then null; end $$",
				"grant set on parameter session_replication_role to test_master");
		return new DatabaseAddress(server.host(), server.port(), "postgres", "test_master", "master");
	}

	/** The superuser, for what a plain user may not plant. */
	public static DatabaseAddress administrator() {
		Postmaster.Address server = PostgresServer.address();
		return new DatabaseAddress(server.host(), server.port(), "postgres", server.user(), server.password());
	}

	/** A connection as superuser. */
	public static Connection superuser(String database) throws SQLException {
		return PostgresServer.address().connect(database);
	}

}
