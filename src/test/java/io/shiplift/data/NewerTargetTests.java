package io.shiplift.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Objects;

import io.shiplift.practice.database.PostgresPrograms;
import io.shiplift.practice.database.Postmaster;
import io.shiplift.practice.database.TestShops;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for moves to a server that is three major versions newer.
 */
class NewerTargetTests {

	private static final Path HOME = Path.of("target", "postgres-newer");

	private static final Path SERVER = HOME.resolve("server-" + ProcessHandle.current().pid());

	private static Postmaster server;

	@TempDir
	Path home;

	@BeforeAll
	static void start() throws Exception {
		server = Postmaster.at(SERVER, PostgresPrograms.of(HOME.resolve("postgres-linux-x86_64.txz"), HOME));
		Files.createDirectories(SERVER);
		try (Connection connection = server.running().connect("postgres");
				Statement statement = connection.createStatement()) {
			statement.execute("create role newer_master login createdb createrole password 'master'");
		}
	}

	@AfterAll
	static void stop() throws IOException {
		server.stopAtOnce();
		FileSystemUtils.deleteRecursively(SERVER);
	}

	@Test
	void aShopArrivesWhole() throws Exception {
		DatabaseAddress source = TestShops.shop("newer");
		DatabaseAddress target = fresh("newer_shop", source);
		CopyTries tries = new CopyTries(this.home);
		assertThat(tries.copied(source, target).message()).isEqualTo("Done");
		tries.assertEqual(source, target);
		Sql.run(target, "update shop_order set total = total + 0.01 where id = 77");
		assertThat(tries.differences(source, target))
			.containsExactly("public.shop_order has 45000 rows on both sides, but some of their values differ.");
	}

	@Test
	void anOddDatabaseArrivesWhole() throws Exception {
		DatabaseAddress source = TestShops.small("newerodd");
		try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream("odd.sql"))) {
			Sql.run(source, new String(script.readAllBytes(), StandardCharsets.UTF_8));
		}
		DatabaseAddress target = fresh("newer_odd", source);
		CopyTries tries = new CopyTries(this.home);
		assertThat(tries.copied(source, target).message()).isEqualTo("Done");
		tries.assertEqual(source, target);
	}

	@Test
	void aSourceThatIsNewerThanTheToolsIsRefusedWithAdvice() throws Exception {
		try (Connection connection = server.running().connect("postgres");
				Statement statement = connection.createStatement()) {
			statement.execute("create table newer_thing (id int)");
		}
		DatabaseFacts facts = new DatabaseInspector(new DatabaseTools("")).inspect(master());
		if (new DatabaseTools("").check(18).isPresent()) {
			assertThat(facts.problems()).anyMatch((problem) -> problem.contains("postgresql-client-18"));
		}
		else {
			assertThat(facts.problems()).noneMatch((problem) -> problem.contains("postgresql-client-18"));
		}
	}

	private static DatabaseAddress master() {
		Postmaster.Address address = server.running();
		return new DatabaseAddress(address.host(), address.port(), "postgres", "newer_master", "master");
	}

	private static DatabaseAddress fresh(String name, DatabaseAddress source) {
		DatabaseFacts facts = new DatabaseInspector(new DatabaseTools("")).inspect(source);
		return DatabaseServer.at(master()).createFresh(name, name, "pw", facts).address();
	}

}
