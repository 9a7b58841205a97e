package io.shiplift.source;

import io.shiplift.credentials.Connection;
import io.shiplift.fact.SourceDatabaseSeen;
import io.shiplift.practice.database.Postmaster;
import io.shiplift.testing.PostgresServer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests what a look measures of the database of a real account: a real PostgreSQL with
 * one of each oddity planted in it.
 */
class MeasuredDatabaseTests extends RealAccount {

	@Autowired
	private SourceDiscovery discovery;

	@Test
	void measuresEveryOddityOfARealDatabase() throws Exception {
		plant();
		SourceDatabaseSeen.Figures figures = look("canary-measured");
		assertThat(figures.reachable()).isTrue();
		assertThat(figures.problems()).isEmpty();
		assertThat(figures.version()).startsWith("15.");
		assertThat(figures.major()).isEqualTo(15);
		assertThat(figures.encoding()).isEqualTo("UTF8");
		assertThat(figures.collation()).isEqualTo("C");
		assertThat(figures.bytes()).isBetween(8_000_000L, 100_000_000L);
		assertThat(figures.tableCount()).isEqualTo(4);
		assertThat(figures.tables()).extracting(SourceDatabaseSeen.Table::name)
			.startsWith("public.ballast")
			.contains("tenant_1.visits", "public.tally", "public.orders");
		assertThat(figures.tables().getFirst().rows()).isEqualTo(5_000);
		assertThat(figures.tables().getFirst().bytes()).isGreaterThan(1_000_000);
		assertThat(figures.keyless()).containsExactly("public.tally");
		assertThat(figures.extensions())
			.extracting(SourceDatabaseSeen.Extension::name, SourceDatabaseSeen.Extension::schema)
			.containsExactly(tuple("citext", "heroku_ext"));
		SourceDatabaseSeen.Health health = figures.health();
		assertThat(health.invalidIndexes()).containsExactly("public.broken");
		assertThat(health.sequences()).isEqualTo(4);
		assertThat(health.fullestSequence()).as("the column ends before its sequence").isEqualTo(96);
		assertThat(health.largeObjects()).isEqualTo(2);
		assertThat(health.schemas()).isEqualTo(3);
		assertThat(health.connections()).isEqualTo(10);
		assertThat(health.used()).isOne();
		assertThat(figures.remarks()).hasSize(3)
			.anyMatch((remark) -> remark.contains("no key (public.tally)"))
			.anyMatch((remark) -> remark.contains("public.broken"))
			.anyMatch((remark) -> remark.startsWith("2 large objects"));
	}

	@Test
	void saysWhyADatabaseCouldNotBeMeasured() throws Exception {
		plant();
		assertThat(look("another-canary").problems()).singleElement()
			.asString()
			.contains("refused the password of user measured")
			.doesNotContain("canary");
		String base = answered();
		String page = Jsoup.parse(text(this.clicks.get(OLGA, base + "/source"))).text();
		assertThat(page).contains("refused the password of user measured").doesNotContain("canary");
		answer("canary-measured");
		this.clicks.post(OLGA, base + "/source");
		assertThat(Jsoup.parse(text(this.clicks.get(OLGA, base + "/source"))).text())
			.contains("Being reachable was no and is yes", "Largest table public.ballast", "citext (heroku_ext)",
					"Sorted as C", "1 of 10 in use", "Tables without a key public.tally",
					"Invalid indexes public.broken", "4, the fullest at 96 %")
			.doesNotContain("canary");
	}

	private SourceDatabaseSeen.Figures look(String password) throws Exception {
		answer(password);
		return this.discovery.look(new Connection.Accounts(connect()), "shop")
			.orElseThrow()
			.databases()
			.getFirst()
			.figures();
	}

	private static void answer(String password) {
		Postmaster.Address server = PostgresServer.address();
		String url = "postgres://measured:" + password + "@" + server.host() + ":" + server.port() + "/measured";
		SERVER.answer("/apps/shop/config-vars", "{\"DATABASE_URL\":\"" + url + "\"}");
	}

	/** A database as years at Heroku may leave it. */
	private static void plant() {
		PostgresServer.execute("drop database if exists measured", "drop role if exists measured",
				"create role measured login password 'canary-measured' connection limit 10",
				"create database measured owner measured template template0 encoding 'UTF8' locale 'C'");
		PostgresServer.executeIn("measured", "create schema heroku_ext authorization measured",
				"create extension citext schema heroku_ext", "create schema tenant_1 authorization measured");
		PostgresServer.executeIn("measured", "set role measured; create table tally (word text);"
				+ " create table ballast (id bigserial primary key, filler text);"
				+ " insert into ballast (filler) select repeat('x', 300) from generate_series(1, 5000);"
				+ " create table orders (id serial primary key, word text); create index broken on orders (word);"
				+ " select setval('orders_id_seq', 2061584302); alter sequence orders_id_seq as bigint;"
				+ " create table tenant_1.visits (id smallserial primary key); select setval('tenant_1.visits_id_seq', 16384);"
				+ " create sequence round maxvalue 10 cycle; select setval('round', 10);"
				+ " select lo_create(0), lo_create(0); reset role", "analyze",
				"update pg_index set indisvalid = false where indexrelid = 'broken'::regclass");
	}

}
