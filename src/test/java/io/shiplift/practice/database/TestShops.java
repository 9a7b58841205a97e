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
		Postmaster.Address server = PostgresServer.address();
		try {
			new Shop(server).make("shop_" + name, "u_" + name, PASSWORD);
			return new DatabaseAddress(server.host(), server.port(), "shop_" + name, "u_" + name, PASSWORD);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A master user as RDS has it. */
	public static DatabaseAddress master() {
		Postmaster.Address server = PostgresServer.address();
		PostgresServer.execute("do $$ begin create role test_master login createdb createrole password 'master';"
				+ " exception when duplicate_object then null; end $$");
		return new DatabaseAddress(server.host(), server.port(), "postgres", "test_master", "master");
	}

	/** A connection as superuser. */
	public static Connection superuser(String database) throws SQLException {
		return PostgresServer.address().connect(database);
	}

}
