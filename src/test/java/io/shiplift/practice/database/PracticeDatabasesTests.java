package io.shiplift.practice.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

import io.shiplift.data.DatabaseAddress;
import io.shiplift.testing.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link PracticeDatabases} with its real servers.
 */
class PracticeDatabasesTests {

	@TempDir
	static Path home;

	static PracticeDatabases databases;

	@BeforeAll
	static void open() {
		PostgresServer.sharePrograms(home);
		databases = new PracticeDatabases(home.toString(), false);
	}

	@AfterAll
	static void close() {
		databases.close();
		assertThat(server("source").alive()).isFalse();
		assertThat(server("target").alive()).isFalse();
	}

	@Test
	void aShopHasItsRowsAndWhatHerokuPutsBesideThem() throws Exception {
		DatabaseAddress shop = DatabaseAddress.parse(databases.sourceUrl("alpha"));
		assertThat(shop.database()).isEqualTo("shop_alpha");
		assertThat(number(shop, "select sum(reltuples)::bigint from pg_class where relkind = 'r'"
				+ " and relnamespace = 'public'::regnamespace"))
			.isGreaterThan(200_000);
		assertThat(number(shop, "select count(*) from pg_event_trigger")).isEqualTo(4);
		assertThat(number(shop, "select count(*) from pg_class where relkind = 'p'")).isEqualTo(1);
		assertThat(number(shop, "select count(*) from shop_customer where email = 'CUSTOMER7@example.COM'"))
			.isEqualTo(1);
		assertThat(number(shop, "select rolsuper::int from pg_roles where rolname = current_user")).isZero();
	}

	@Test
	void twoWorldsHaveTheSameRowsAndTheirOwnOwners() throws Exception {
		DatabaseAddress one = databases.source("one");
		DatabaseAddress two = databases.source("two");
		String sum = "select sum(hash_record_extended(row(o.*), 0) / 1000)::bigint from shop_orderline o";
		assertThat(number(one, sum)).isEqualTo(number(two, sum));
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> number(one.withDatabase(two.database()), "select 1"));
		databases.forget("two");
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> number(two, "select 1"));
	}

	@Test
	void aWorldThatWasHalfMadeIsFinished() throws Exception {
		databases.source("half");
		Postmaster.Address server = server("source").running();
		try (Connection connection = server.connect("postgres")) {
			connection.createStatement().execute("comment on database shop_half is null");
			connection.createStatement().execute("alter database shop_half reset search_path");
		}
		assertThat(number(databases.source("half"), "select count(*) from shop_customer where email = 'x'")).isZero();
	}

	@Test
	void theTargetsMasterIsNoSuperuserButMakesDatabases() throws Exception {
		DatabaseAddress master = databases.targetMaster();
		assertThat(databases.targetMaster()).isEqualTo(master);
		assertThat(number(master, "select rolsuper::int from pg_roles where rolname = current_user")).isZero();
		assertThat(number(master,
				"select (rolcreatedb and rolcreaterole)::int from pg_roles where rolname = current_user"))
			.isOne();
	}

	@Test
	void anotherNodeFindsTheRunningServersAndDoesNotStopThem() throws Exception {
		DatabaseAddress first = databases.source("alpha");
		PracticeDatabases other = new PracticeDatabases(home.toString(), false);
		assertThat(other.source("alpha")).isEqualTo(first);
		other.close();
		assertThat(number(first, "select 1")).isOne();
	}

	@Test
	void passwordsAreForTheOwnerOnly() throws Exception {
		databases.source("alpha");
		Path directory = home.resolve("practice/source");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("password"))))
			.isEqualTo("rw-------");
	}

	@Test
	void refusesAWorldThatIsNoName() {
		assertThatIllegalArgumentException().isThrownBy(() -> databases.source("x'; drop database postgres; --"));
	}

	private static Postmaster server(String name) {
		return Postmaster.at(home.resolve("practice").resolve(name), PostgresPrograms.in(home.resolve("practice")));
	}

	private static long number(DatabaseAddress address, String sql) throws SQLException {
		String url = "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.database();
		try (Connection connection = DriverManager.getConnection(url, address.user(), address.password());
				ResultSet row = connection.createStatement().executeQuery(sql)) {
			row.next();
			return row.getLong(1);
		}
	}

}
