package io.shiplift.heroku.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.shiplift.credentials.Leave;
import io.shiplift.heroku.Heroku;
import io.shiplift.heroku.Inventory;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for what is read from Heroku, oddities included.
 */
class ApiHerokuTests {

	private final HerokuServer server = new HerokuServer();

	private final Heroku heroku = this.server.open(Leave.LOOK);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void tellsWhoseTokenItIs() {
		assertThat(this.heroku.account())
			.isEqualTo(new Inventory.Account("ops@example.com", List.of("global"), true, 4321, ""));
		RecordedRequest request = this.server.requests().getFirst();
		assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + HerokuServer.TOKEN);
		assertThat(request.getHeaders().get("Accept")).isEqualTo("application/vnd.heroku+json; version=3");
		assertThat(request.getHeaders().get("User-Agent")).isEqualTo("shiplift");
	}

	@Test
	void readsAppsAndTheirProcesses() {
		assertThat(this.heroku.apps()).extracting(Inventory.App::name).containsExactly("shop", "shop-staging");
		assertThat(this.heroku.app("blog")).isEmpty();
		Inventory.App app = this.heroku.app("shop").orElseThrow();
		assertThat(app.region()).isEqualTo("eu");
		assertThat(app.traits().team()).isEqualTo("harbour");
		assertThat(app.traits().space()).isEmpty();
		assertThat(this.heroku.formation("shop")).containsExactly(
				new Inventory.Formation("web", "gunicorn shop.wsgi", 2, "Standard-2X"),
				new Inventory.Formation("worker", "celery -A shop worker", 1, "Standard-1X"));
		assertThat(this.heroku.runningDynos("shop")).isEqualTo(Map.of("web", 2));
		assertThat(this.heroku.dynoSizes("shop")).contains(new Inventory.DynoSize("Standard-1X", 0.5, 2500),
				new Inventory.DynoSize("Private-S", 1, -1));
		assertThat(this.heroku.awsRegion("eu")).isEqualTo("eu-west-1");
	}

	@Test
	void readsAddOnsWithWhatIsBilledAndWhoOwnsThem() {
		List<Inventory.AddOn> addOns = this.heroku.addOns("shop");
		assertThat(addOns)
			.extracting(Inventory.AddOn::service, Inventory.AddOn::plan, Inventory.AddOn::centsPerMonth,
					(addOn) -> addOn.more().owner(), (addOn) -> addOn.more().priced())
			.containsExactly(tuple("heroku-postgresql", "heroku-postgresql:standard-0", 4500, "", true),
					tuple("heroku-redis", "heroku-redis:premium-0", 1500, "shop-staging", true),
					tuple("sumologic", "sumologic:flex", 0, "", false),
					tuple("scheduler", "scheduler:standard", 0, "", true));
		assertThat(this.heroku.attachments("shop")).extracting(Inventory.Attachment::name)
			.containsExactly("DATABASE", "REDIS");
	}

	@Test
	void tellsWhoOwnsConfigVarsAndWhichAreMasked() {
		assertThat(this.heroku.configVars("shop"))
			.extracting(Inventory.ConfigVar::name, Inventory.ConfigVar::addOn, Inventory.ConfigVar::masked)
			.contains(tuple("DATABASE_URL", "postgresql-curly-12345", false), tuple("SIGNING_KEY", null, true),
					tuple("SECRET_KEY", null, false));
		this.server.forget("/apps/shop/config-vars-settings");
		assertThat(this.heroku.configVars("shop"))
			.extracting(Inventory.ConfigVar::name, Inventory.ConfigVar::addOn, Inventory.ConfigVar::masked)
			.containsExactlyInAnyOrder(tuple("DATABASE_URL", "postgresql-curly-12345", false),
					tuple("REDIS_URL", "redis-round-98765", false), tuple("SECRET_KEY", null, false),
					tuple("SIGNING_KEY", null, true), tuple("DEBUG", null, false));
	}

	@Test
	void readsNamesCertificatesReleasesAndTheRest() {
		assertThat(this.heroku.domains("shop")).containsExactly("shop.example.com");
		assertThat(this.heroku.certificates("shop")).containsExactly(new Inventory.Certificate("walleye-1",
				List.of("shop.example.com"), true, "Let's Encrypt", Instant.parse("2026-08-01T00:00:00Z")));
		assertThat(this.heroku.releases("shop")).extracting(Inventory.Release::version).containsExactly(12, 11);
		assertThat(this.heroku.buildpacks("shop")).containsExactly("heroku/nodejs",
				"https://github.com/acme/buildpack");
		assertThat(this.heroku.features("shop")).containsExactly("preboot", "runtime-dyno-metadata");
		assertThat(this.heroku.drains("shop")).hasSize(2);
		assertThat(this.heroku.repository("shop")).contains(new Inventory.Repository("acme/shop", "main", true));
		assertThat(this.heroku.schedulerJobs("shop")).extracting(Inventory.Job::schedule)
			.containsExactly("every day at 02:30 UTC", "every 10 minutes", "every hour at minute 20");
	}

	@Test
	void findsTheStagesOfAPipelineWithoutAPost() {
		assertThat(this.heroku.stages("shop")).containsExactly(
				new Inventory.Stage("harbour-shop", "staging", "shop-staging"),
				new Inventory.Stage("harbour-shop", "production", "shop"),
				new Inventory.Stage("harbour-shop", "review", "b0000000-0000-4000-8000-000000000009"));
		this.server.answer("/apps/shop/pipeline-couplings", "[]");
		assertThat(this.heroku.stages("shop")).isEmpty();
		this.server.forget("/apps/shop/pipeline-couplings");
		assertThat(this.heroku.stages("shop")).isEmpty();
	}

	@Test
	void readsDatabasesOfEveryTier() {
		String id = "d0000000-0000-4000-8000-000000000001";
		Instant maintenance = Instant.parse("2026-05-05T21:30:00Z");
		assertThat(this.heroku.databaseInfo(id)).isEqualTo(new Inventory.DatabaseInfo("Standard 0", "16.9",
				6_000_000_000L, List.of("HEROKU_POSTGRESQL_GOLD"), maintenance));
		this.server.answer("/client/v11/databases/" + id, """
				{"plan":"essential-1","num_bytes":"26843545","info":[{"name":"PG Version","values":["14.13"]},
				{"name":"Tables","values":["83/4000 (In compliance)"]}]}""");
		this.server.answer("/data/maintenances/v1/" + id, "{\"status\":\"none\",\"scheduled_for\":null}");
		assertThat(this.heroku.databaseInfo(id))
			.isEqualTo(new Inventory.DatabaseInfo("essential-1", "14.13", 26_843_545L, List.of(), null));
		this.server.answer("/client/v11/databases/" + id, 404, "<h1>Not Found</h1>");
		this.server.answer("/data/postgres/v1/" + id + "/info", """
				{"version":"17.5","tier":"advanced","plan_limits":[{"name":"storage-limit-in-gb","current":12.5}]}""");
		assertThat(this.heroku.databaseInfo(id))
			.isEqualTo(new Inventory.DatabaseInfo("advanced", "17.5", 12_500_000_000L, List.of(), null));
	}

	@Test
	void followsPagesToTheLast() {
		this.server.answer("GET /apps", 206, "[{\"id\":\"1\",\"name\":\"one\"}]", "Next-Range", "]1..; max=1000");
		this.server.page("/apps", "]1..; max=1000", "[{\"id\":\"2\",\"name\":\"two\"}]");
		assertThat(this.heroku.apps()).extracting(Inventory.App::name).containsExactly("one", "two");
		assertThat(this.server.requests()).extracting((request) -> request.getHeaders().get("Range"))
			.containsExactly("id ..; max=1000;", "]1..; max=1000");
	}

	@Test
	void readsBackupsAsTheyAre() {
		assertThat(this.heroku.backups("shop")).extracting(Heroku.Backup::number, Heroku.Backup::state)
			.containsExactly(tuple(4, Heroku.Backup.State.RUNNING), tuple(2, Heroku.Backup.State.FAILED),
					tuple(1, Heroku.Backup.State.DONE));
		assertThat(this.heroku.databaseUrl("shop")).startsWith("postgres://u1:");
	}

	@Test
	void letsHerokuSayThatNothingChanged() {
		String dynos = "[{\"name\":\"web.1\",\"type\":\"web\",\"state\":\"up\"}]";
		this.server.answer("/apps/shop/dynos", 200, dynos, "ETag", "\"one\"");
		assertThat(this.heroku.runningDynos("shop")).isEqualTo(Map.of("web", 1));
		this.server.answer("/apps/shop/dynos", 304, "");
		assertThat(this.heroku.runningDynos("shop")).isEqualTo(Map.of("web", 1));
		this.server.answer("/apps/shop/dynos", 200, "[]", "ETag", "\"two\"");
		assertThat(this.heroku.runningDynos("shop")).isEmpty();
		assertThat(this.server.requests()).extracting((request) -> request.getHeaders().get("If-None-Match"))
			.containsExactly(null, "\"one\"", "\"one\"");
	}

	@Test
	void remembersNothingThatMayHoldASecret() {
		this.server.answer("/apps/shop/config-vars", 200, "{\"DATABASE_URL\":\"postgres://u:p@h/d\"}", "ETag", "\"x\"");
		this.heroku.databaseUrl("shop");
		this.heroku.databaseUrl("shop");
		assertThat(this.server.requests()).extracting((request) -> request.getHeaders().get("If-None-Match"))
			.containsOnlyNulls();
	}

	@Test
	void changesWhatItMayChange() {
		Heroku changing = this.server.open(Leave.CHANGE);
		this.server.answer("PATCH /apps/shop", "{\"name\":\"shop\",\"maintenance\":true}");
		this.server.answer("PATCH /apps/shop/formation",
				"[{\"type\":\"worker\",\"quantity\":0,\"size\":\"Standard-1X\"}]");
		String database = "/client/v11/databases/d0000000-0000-4000-8000-000000000001";
		this.server.answer("POST " + database + "/connection_reset", "");
		this.server.answer("POST " + database + "/backups", 201, "{\"num\":\"5\",\"finished_at\":null}");
		this.server.answer("POST /client/v11/apps/shop/transfers/5/actions/public-url",
				"{\"url\":\"https://backups.example.com/b005?sig=x\",\"expires_at\":\"2026-05-01 17:26:05 +0000\"}");
		assertThat(changing.maintenance("shop", true).maintenance()).isTrue();
		assertThat(changing.scale("shop", Map.of("worker", 0))).extracting(Inventory.Formation::quantity)
			.containsExactly(0);
		assertThat(changing.resetDatabaseConnections("shop")).isEqualTo(6);
		assertThat(changing.captureBackup("shop", "t").number()).isEqualTo(5);
		assertThat(changing.backupUrl("shop", 5)).startsWith("https://backups.example.com/");
		assertThat(this.server.requests()).filteredOn((request) -> request.getMethod().equals("PATCH"))
			.extracting((request) -> request.getBody().utf8())
			.satisfiesExactly((body) -> assertThat(body).isEqualTo("{\"maintenance\":true}"),
					(body) -> assertThat(body).contains("\"updates\":[", "\"quantity\":0", "\"type\":\"worker\""));
	}

}
