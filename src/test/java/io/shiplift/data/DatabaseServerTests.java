package io.shiplift.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.shiplift.outside.OutsideProblem;
import io.shiplift.practice.database.Postmaster;
import io.shiplift.practice.database.TestShops;
import io.shiplift.testing.PostgresServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DatabaseServer} with a master user that is no superuser.
 */
class DatabaseServerTests {

	private static DatabaseFacts facts;

	private static DatabaseServer server;

	@BeforeAll
	static void look() {
		facts = new DatabaseInspector(new DatabaseTools("")).inspect(TestShops.shop("served"));
		server = DatabaseServer.at(TestShops.master());
	}

	@Test
	void makesAnEmptyDatabaseLikeTheSource() throws Exception {
		FreshDatabase fresh = server.createFresh("app_k1_1", "app_k1_1", "pw'\"\\", facts);
		assertThat(fresh.remarks()).isEmpty();
		DatabaseAddress address = fresh.address();
		assertThat(address.user()).isEqualTo("app_k1_1");
		assertThat(Sql.number(address, "select count(*) from pg_class where relnamespace = 'public'::regnamespace"))
			.isZero();
		assertThat(Sql.number(address, "select count(*) from pg_extension e join pg_namespace n"
				+ " on n.oid = e.extnamespace where n.nspname = 'heroku_ext'"))
			.isEqualTo(2);
		assertThat(Sql.number(address, "select ('X'::citext = 'x'::citext)::int")).isOne();
		assertThat(server.exists("app_k1_1")).isTrue();
		assertThat(server.createFresh("app_k1_1", "app_k1_1", "another", facts).address().password())
			.isEqualTo("another");
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> Sql.number(address, "select 1"));
	}

	@Test
	void finishesWhatAKilledAttemptBegan() throws Exception {
		DatabaseAddress master = TestShops.master();
		Sql.run(master, "create role app_k2_1 login", "grant app_k2_1 to test_master",
				"create database app_k2_1 owner app_k2_1");
		DatabaseAddress address = server.createFresh("app_k2_1", "app_k2_1", "pw", facts).address();
		assertThat(Sql.number(address, "select ('X'::citext = 'x'::citext)::int")).isOne();
	}

	@Test
	@Timeout(60)
	void dropsADatabaseThatTheServerIsCleaningUp() throws Exception {
		DatabaseAddress address = server.createFresh("app_k6_1", "app_k6_1", "pw", facts).address();
		Sql.run(address,
				"create table litter (id int) with (autovacuum_vacuum_cost_delay = 100,"
						+ " autovacuum_vacuum_cost_limit = 1, autovacuum_analyze_threshold = 1000000000)",
				"insert into litter select generate_series(1, 100000)", "delete from litter");
		PostgresServer.execute("alter system set autovacuum_naptime = 1", "select pg_reload_conf()");
		try {
			while (cleaners() == 0) {
				assertThat(new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS)).isFalse();
			}
			server.drop("app_k6_1", "app_k6_1", "app_k6_");
			assertThat(server.exists("app_k6_1")).isFalse();
		}
		finally {
			PostgresServer.execute("alter system reset autovacuum_naptime", "select pg_reload_conf()");
		}
	}

	private static long cleaners() throws SQLException {
		Postmaster.Address server = PostgresServer.address();
		DatabaseAddress superuser = new DatabaseAddress(server.host(), server.port(), "postgres", server.user(),
				server.password());
		return Sql.number(superuser, "select count(*) from pg_stat_activity where datname = 'app_k6_1'"
				+ " and backend_type = 'autovacuum worker'");
	}

	@Test
	void leavesADatabaseOfSomebodyElseAlone() {
		PostgresServer.execute("create database app_k3_1");
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> server.createFresh("app_k3_1", "app_k3_1", "pw", facts))
			.withMessageContaining("does not belong to app_k3_1");
	}

	@Test
	void dropsOnlyItsOwnAndEndsTheirSessions() throws Exception {
		DatabaseAddress address = server.createFresh("app_k4_1", "app_k4_1", "pw", facts).address();
		try (Connection open = address.connect()) {
			assertThat(open.isValid(1)).isTrue();
			server.drop("app_k4_1", "app_k4_1", "app_k4_");
			server.drop("app_k4_1", "app_k4_1", "app_k4_");
		}
		assertThat(server.exists("app_k4_1")).isFalse();
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> server.drop("postgres", "app_k4_1", "app_k4_"))
			.withMessageContaining("only names that start with app_k4_");
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> server.drop("", "", ""));
	}

	@Test
	void aFrozenDatabaseTakesNoWritesUntilItIsThawed() throws Exception {
		DatabaseAddress shop = TestShops.small("frozen");
		DatabaseServer owner = DatabaseServer.at(shop);
		try (Connection writer = shop.connect()) {
			writer.createStatement().execute("insert into part_1 (word) values ('before')");
			assertThat(owner.sessions(shop.database())).extracting(DatabaseServer.Session::user)
				.containsExactly(shop.user());
			assertThat(owner.frozen(shop.database())).isFalse();
			assertThat(owner.freeze(shop.database())).isOne();
			assertThat(owner.freeze(shop.database())).isZero();
			assertThat(owner.frozen(shop.database())).isTrue();
			assertThat(owner.sessions(shop.database())).isEmpty();
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> writer.createStatement().execute("insert into part_1 (word) values ('late')"));
		}
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> Sql.run(shop, "insert into part_1 (word) values ('later')"))
			.withMessageContaining("read-only");
		owner.unfreeze(shop.database());
		assertThat(owner.frozen(shop.database())).isFalse();
		Sql.run(shop, "insert into part_1 (word) values ('after')");
		assertThat(Sql.number(shop, "select count(*) from part_1")).isEqualTo(12);
	}

	@Test
	void aTextRuleThatTheServerLacksIsSaid() throws Exception {
		DatabaseFacts klingon = new DatabaseFacts(true, "15.1", 15, "UTF8",
				new DatabaseFacts.Sorting("tlh_QO.UTF-8", "tlh_QO.UTF-8", null), "public", 1, List.of(), List.of(),
				List.of(), List.of(), DatabaseLimits.NONE, DatabaseEngine.POSTGRES);
		FreshDatabase fresh = server.createFresh("app_k5_1", "app_k5_1", "pw", klingon);
		assertThat(fresh.remarks()).singleElement().asString().contains("sorts text by tlh_QO.UTF-8");
		assertThat(Sql.number(fresh.address(), "select 1")).isOne();
	}

	@Test
	void anExtensionThatTheServerLacksIsSaid() {
		DatabaseFacts odd = new DatabaseFacts(true, "15.1", 15, "UTF8", facts.sorting(), "public", 1, List.of(),
				List.of(new DatabaseFacts.Extension("timescaledb", "public", "2")), List.of(), List.of(),
				DatabaseLimits.NONE, DatabaseEngine.POSTGRES);
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> server.createFresh("app_k6_1", "app_k6_1", "pw", odd))
			.withMessageContaining("timescaledb")
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(OutsideProblem.Kind.NEEDS_PERSON));
	}

	@Test
	void refusesHostileNames() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> server.createFresh("x\"; drop database postgres; --", "x", "pw", facts));
		assertThat(server.exists("x'; drop database postgres; --")).isFalse();
	}

}
