package io.shiplift.source;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.shiplift.heroku.api.HerokuServer;
import io.shiplift.migration.AccountChoice;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.security.Member;
import io.shiplift.testing.ManualEngine;
import io.shiplift.testing.Queries;
import io.shiplift.testing.ScriptedRunbook;
import io.shiplift.testing.Visitors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Leads tests to a Heroku and a name server on this machine, and a real account there as
 * far as a frozen plan.
 */
@SpringBootTest(properties = { "db-scheduler.enabled=false",
		"spring.datasource.url=jdbc:h2:mem:heroku;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000" })
@AutoConfigureMockMvc
@Import({ ManualEngine.class, Queries.class, ScriptedRunbook.class, Visitors.class })
abstract class RealAccount {

	static final HerokuServer SERVER = new HerokuServer();

	static final NameServer NAMES = new NameServer();

	private static final AtomicInteger FORMS = new AtomicInteger();

	static final Member OLGA = Visitors.OLGA;

	@Autowired
	Visitors.Clicks clicks;

	@Autowired
	Migrations migrations;

	@Autowired
	JdbcClient jdbc;

	static {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			SERVER.close();
			NAMES.close();
		}));
	}

	@DynamicPropertySource
	static void addresses(DynamicPropertyRegistry registry) {
		for (String host : List.of("platform", "data", "scheduler", "github")) {
			registry.add("shiplift.heroku." + host, SERVER::address);
		}
		registry.add("shiplift.dns.resolver", NAMES::address);
	}

	@BeforeEach
	void startAfresh() {
		SERVER.reset();
	}

	@AfterEach
	void forgetConnections() {
		this.jdbc.sql("delete from team_connection").update();
		this.jdbc.sql("delete from secret").update();
	}

	/** A migration of the shop with its first plan frozen. */
	String planned() throws Exception {
		String base = answered();
		String hash = text(this.clicks.get(OLGA, base + "/plan")).split("hash\" value=\"")[1].split("\"")[0];
		assertThat(this.clicks.post(OLGA, base + "/plans", "hash", hash)).hasRedirectedUrl(base);
		return base;
	}

	/** A migration of the shop with every question answered. */
	String answered() throws Exception {
		Migration migration = this.migrations.create("Shop", new AccountChoice(connect(), null), OLGA);
		String base = "/migrations/" + migration.id();
		String question = text(this.clicks.get(OLGA, base + "/answers/app"));
		assertThat(question).contains("shop-staging");
		assertThat(this.clicks.post(OLGA, base + "/answers/app", "f.app", "shop", "mark", ""))
			.hasStatus(HttpStatus.FOUND);
		assertThat(this.clicks.post(OLGA, base + "/answers/proposals")).hasStatus(HttpStatus.FOUND);
		this.clicks.post(OLGA, base + "/answers/config", HerokuServer.ANSWERS);
		return base;
	}

	String connect() throws Exception {
		List<String> known = this.jdbc.sql("select id from team_connection where team_id = 1")
			.query(String.class)
			.list();
		return known.isEmpty() ? add(HerokuServer.TOKEN).replace("/connections/", "") : known.getFirst();
	}

	String add(String token) {
		MvcTestResult added = this.clicks.post(OLGA, "/connections", "name", "Production", "secret", token, "token",
				form());
		assertThat(added).hasStatus(HttpStatus.FOUND);
		return String.valueOf(added.getResponse().getRedirectedUrl());
	}

	List<String> journal() {
		return this.jdbc.sql("select text from journal").query(String.class).list();
	}

	static String text(MvcTestResult result) throws Exception {
		return result.getResponse().getContentAsString();
	}

	static String form() {
		return String.format("%032x", FORMS.incrementAndGet());
	}

}
