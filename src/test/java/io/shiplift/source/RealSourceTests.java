package io.shiplift.source;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.shiplift.credentials.Connection;
import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceDatabaseSeen;
import io.shiplift.fact.SourceDelivery;
import io.shiplift.fact.SourceServices;
import io.shiplift.fact.SourceSnapshot;
import io.shiplift.heroku.api.HerokuServer;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.testing.Visitors;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for real Heroku accounts from the page where a token is typed to a frozen plan,
 * with a Heroku and a name server on this machine. The token and every value of a config
 * var are canaries that must turn up nowhere.
 */
@ExtendWith(OutputCaptureExtension.class)
class RealSourceTests extends RealAccount {

	@Autowired
	private SourceDiscovery discovery;

	@Test
	void addsTestsReplacesAndRemovesAnAccount() throws Exception {
		assertThat(this.clicks.get(OLGA, "/connections")).hasStatusOk().bodyText().contains("No connection yet");
		assertThat(this.clicks.get(OLGA, "/connections/new")).hasStatusOk();
		String path = add(HerokuServer.TOKEN);
		String page = text(this.clicks.get(OLGA, path));
		assertThat(page).contains("ops@example.com", "global", "4321 in this hour", "ends with 6789", "Olga Operator");
		SERVER.answer("/account", 401, "{\"id\":\"unauthorized\",\"message\":\"Invalid credentials provided.\"}");
		assertThat(this.clicks.post(OLGA, path + "/test")).hasRedirectedUrl(path);
		assertThat(text(this.clicks.get(OLGA, path))).contains("The token is not valid any more");
		SERVER.reset();
		assertThat(this.clicks.post(OLGA, path + "/token", "secret", "HRKU-canary-another-0123456789", "token", form()))
			.hasRedirectedUrl(path);
		assertThat(text(this.clicks.get(OLGA, path))).contains("Works").doesNotContain("not valid");
		assertThat(
				this.jdbc.sql("select count(*) from secret where owner like 'connection-%'").query(Long.class).single())
			.isEqualTo(1);
		assertThat(this.clicks.post(OLGA, path + "/remove")).hasRedirectedUrl("/connections");
		assertThat(
				this.jdbc.sql("select count(*) from secret where owner like 'connection-%'").query(Long.class).single())
			.isZero();
		assertThat(journal()).anyMatch((entry) -> entry.contains("Production added"))
			.anyMatch((entry) -> entry.contains("tested: Heroku answered"))
			.anyMatch((entry) -> entry.contains("replaced"))
			.anyMatch((entry) -> entry.contains("removed"));
	}

	@Test
	void refusesWhatIsNoToken() throws Exception {
		SERVER.answer("/account", 401, "{\"id\":\"unauthorized\",\"message\":\"Invalid credentials provided.\"}");
		MvcTestResult refused = this.clicks.post(OLGA, "/connections", "name", "Old", "secret", HerokuServer.TOKEN,
				"token", form());
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(text(refused)).contains("Invalid credentials provided").doesNotContain("canary");
		assertThat(text(this.clicks.post(OLGA, "/connections", "name", "", "secret", "short canary", "token", form())))
			.contains("Enter a name", "This is no token")
			.doesNotContain("canary");
		SERVER.answer("/account", 200, "{\"email\":\"ops@example.com\"}", "Oauth-Scope", "identity");
		String path = add(HerokuServer.TOKEN);
		assertThat(text(this.clicks.get(OLGA, path))).contains("The token may only do identity");
		assertThat(text(this.clicks.post(OLGA, "/connections", "name", "Production", "secret", HerokuServer.TOKEN,
				"token", form())))
			.contains("of this name already");
	}

	@Test
	void isClosedToViewersAndStrangers() throws Exception {
		String path = add(HerokuServer.TOKEN);
		assertThat(this.clicks.get(Visitors.VERA, "/connections/new")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.clicks.post(Visitors.VERA, path + "/test")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.clicks.post(Visitors.VERA, path + "/remove")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(text(this.clicks.get(Visitors.VERA, path))).doesNotContain("Replace the token");
		assertThat(this.clicks.get(Visitors.STRANGER, path)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.clicks.post(Visitors.STRANGER, path + "/test")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.clicks.post(Visitors.STRANGER, path + "/remove")).hasStatus(HttpStatus.NOT_FOUND);
		String id = path.replace("/connections/", "");
		assertThat(
				this.clicks.post(Visitors.STRANGER, "/migrations", "name", "Theirs", "connection", id, "token", form()))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void leadsFromATokenToAFrozenPlanWithoutChangingAnything(CapturedOutput output) throws Exception {
		String base = planned();
		assertThat(this.clicks.get(OLGA, base)).bodyText()
			.contains("Production", "Building needs an AWS account")
			.doesNotContain("Start the preparation");
		assertThat(this.clicks.post(OLGA, base + "/runs", "kind", "PREPARE", "token", form())).hasRedirectedUrl(base);
		assertThat(this.jdbc.sql("select count(*) from run").query(Long.class).single()).isZero();
		assertThat(this.clicks.get(OLGA, base + "/practice")).hasStatus(HttpStatus.NOT_FOUND);
		String source = text(this.clicks.get(OLGA, base + "/source"));
		assertThat(source).contains("Heroku Postgres", "$45.00", "not known", "shop-staging", "SIGNING_KEY",
				"CNAME tidal-pine-1.herokudns.com", "Cloudflare", "preboot", "acme/shop", "clearsessions", "walleye-1",
				"production");
		assertThat(source).doesNotContain("canary");
		assertThat(SERVER.requests()).extracting(RecordedRequest::getMethod).containsOnly("GET");
		assertThat(output.getAll()).doesNotContain("canary");
		List<String> everything = this.jdbc.sql("script").query(String.class).list();
		assertThat(everything).hasSizeGreaterThan(50).noneMatch((line) -> line.contains("canary"));
		assertThat(everything).noneMatch(
				(line) -> line.contains(HexFormat.of().formatHex(HerokuServer.TOKEN.getBytes(StandardCharsets.UTF_8))));
		for (String page : List.of(base, base + "/plan", base + "/answers/check", base + "/plans/1.json", "/journal",
				"/connections")) {
			assertThat(text(this.clicks.get(OLGA, page))).as(page).doesNotContain("canary");
		}
	}

	@Test
	void findsEverythingOfAnApp() throws Exception {
		SourceSnapshot found = look();
		assertThat(found.gaps()).isEmpty();
		assertThat(found.app().masked()).containsExactly("SIGNING_KEY");
		assertThat(found.app().configVars())
			.extracting(SourceApp.ConfigVar::name, SourceApp.ConfigVar::addOn, SourceApp.ConfigVar::secret)
			.contains(tuple("CELERY_BROKER_URL", "redis-round-98765", true), tuple("SIGNING_KEY", null, true),
					tuple("DEBUG", null, false));
		assertThat(found.app().addOns()).extracting(SourceApp.AddOn::owner).contains("shop-staging");
		assertThat(found.platform().awsRegion()).isEqualTo("eu-west-1");
		assertThat(found.platform().sizes()).hasSize(2);
		assertThat(found.delivery().stages()).extracting(SourceDelivery.Stage::app).contains("shop", "shop-staging");
		assertThat(found.services().addOns()).extracting(SourceServices.Detail::priced)
			.containsExactly(true, true, false, true);
		assertThat(found.services().jobs()).hasSize(3);
		assertThat(found.traffic().drains()).containsExactly("syslog+tls://logs.example.com:6514",
				"https://intake.example.com");
		assertThat(found.traffic().hostNames()).singleElement().satisfies((name) -> {
			assertThat(name.pointsToHeroku()).isTrue();
			assertThat(name.dns()).extracting("ttl", "zone").containsExactly(3600L, "example.com");
			assertThat(name.dns().provider()).isEqualTo("Cloudflare");
			assertThat(name.dns().issuers()).containsExactly("0 issue \"amazon.com\"");
		});
		assertThat(found.databases()).singleElement().satisfies((database) -> {
			assertThat(database.main()).isTrue();
			assertThat(database.maintenance()).isNotNull();
			assertThat(database.figures().reachable()).isFalse();
		});
	}

	@Test
	void goesOnWithoutWhatItMayNotSee() throws Exception {
		SERVER.answer("/apps/shop/releases", 403, "{\"id\":\"forbidden\",\"message\":\"No.\"}", "Oauth-Scope", "read",
				"Oauth-Scope-Accepted", "global read-protected");
		SERVER.answer("/apps/b0000000-0000-4000-8000-000000000001/jobs", 404, "<h1>Not Found</h1>");
		SERVER.answer("/apps/b0000000-0000-4000-8000-000000000001/github", 500, "");
		SourceSnapshot found = look();
		assertThat(found.services().jobsRead()).isFalse();
		assertThat(found.gaps()).hasSize(2)
			.anyMatch((gap) -> gap.startsWith("The releases could not be read."))
			.anyMatch((gap) -> gap.startsWith("The jobs of the Scheduler could not be read."));
	}

	@Test
	void saysWhatATokenWithoutScopesMissesBeforeAnythingIsPlanned() throws Exception {
		String id = connect();
		SERVER.answer("/apps/shop/config-vars-settings", 403, "{\"id\":\"forbidden\",\"message\":\"No.\"}",
				"Oauth-Scope", "identity", "Oauth-Scope-Accepted", "global read-protected");
		assertThat(catchThrowableOfType(OutsideProblem.class,
				() -> this.discovery.look(new Connection.Accounts(id), "shop")))
			.hasMessageContaining("this needs global read-protected")
			.extracting(OutsideProblem::kind)
			.isEqualTo(OutsideProblem.Kind.NEEDS_PERSON);
	}

	@Test
	void seesAppsOfEveryKind() throws Exception {
		SERVER.answer("/apps/shop", """
				{"id":"b0000000-0000-4000-8000-000000000001","name":"shop","stack":{"name":"container"},
				"generation":{"name":"fir"},"region":{"name":"virginia"},"maintenance":true,"internal_routing":true,
				"space":{"name":"harbour-space","shield":true},"owner":{"email":"o@example.com"}}""");
		SERVER.answer("/apps/shop/log-drains", 404, "{\"id\":\"not_found\"}");
		SERVER.answer("/apps/shop/telemetry-drains",
				"[{\"signals\":[\"logs\"],\"exporter\":{\"type\":\"otlp\",\"endpoint\":\"https://otel.example.com/canary\"}}]");
		SERVER.answer("/apps/shop/addons", "[]");
		SERVER.answer("/apps/shop/addon-attachments", "[]");
		SourceSnapshot found = look();
		assertThat(found.app().stack()).isEqualTo("container");
		assertThat(found.platform().fir()).isTrue();
		assertThat(found.platform().inPrivateSpace()).isTrue();
		assertThat(found.platform().shield()).isTrue();
		assertThat(found.platform().maintenance()).isTrue();
		assertThat(found.platform().internalRouting()).isTrue();
		assertThat(found.traffic().drains()).containsExactly("https://otel.example.com");
		assertThat(found.databases()).isEmpty();
	}

	@Test
	void seesTwoDatabases() throws Exception {
		SERVER.answer("/apps/shop/addons",
				"""
						[{"id":"d0000000-0000-4000-8000-000000000001","name":"one","addon_service":{"name":"heroku-postgresql"},
						"plan":"heroku-postgresql:mini","app":{"name":"shop"},"config_vars":["DATABASE_URL"]},
						{"id":"d0000000-0000-4000-8000-000000000007","name":"two","addon_service":{"name":"heroku-postgresql"},
						"plan":"heroku-postgresql:essential-0","app":{"name":"shop"},"config_vars":["HEROKU_POSTGRESQL_GOLD_URL"]}]""");
		SERVER.answer("/apps/shop/addon-attachments",
				"""
						[{"id":"t1","name":"DATABASE","addon":{"name":"one"},"app":{"name":"shop"},"config_vars":["DATABASE_URL"]},
						{"id":"t2","name":"GOLD","addon":{"name":"two"},"app":{"name":"shop"},
						"config_vars":["HEROKU_POSTGRESQL_GOLD_URL"]}]""");
		SERVER.answer("/apps/shop/config-vars-settings",
				"""
						[{"key":"DATABASE_URL","value":"postgres://u:canary-one@127.0.0.1:1/a","attachment":{"id":"t1"}},
						{"key":"HEROKU_POSTGRESQL_GOLD_URL","value":"postgres://u:canary-two@127.0.0.1:1/b","attachment":{"id":"t2"}}]""");
		SourceSnapshot found = look();
		assertThat(found.databases()).extracting(SourceDatabaseSeen::addOn, SourceDatabaseSeen::main)
			.containsExactly(tuple("one", true), tuple("two", false));
		assertThat(found.gaps()).singleElement().asString().contains("the database two");
		assertThat(found.toString()).doesNotContain("canary");
	}

	@Test
	void takesTwoThousandConfigVars() throws Exception {
		SERVER.answer("/apps/shop/config-vars-settings",
				IntStream.range(0, 2000)
					.mapToObj((i) -> "{\"key\":\"VAR_" + i + "\",\"value\":\"canary-" + i + "\",\"masked\":false}")
					.collect(Collectors.joining(",", "[", "]")));
		assertThat(look().app().configVars()).hasSize(2000);
		String base = answered();
		assertThat(this.clicks.get(OLGA, base + "/answers/config")).hasStatusOk();
		assertThat(this.clicks.get(OLGA, base + "/source")).hasStatusOk();
	}

	private SourceSnapshot look() throws Exception {
		return this.discovery.look(new Connection.Accounts(connect()), "shop").orElseThrow();
	}

}
