package io.shiplift.migration.web;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.shiplift.migration.Migrations;
import io.shiplift.practice.Faults;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import io.shiplift.testing.PostgresServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the pages of the wizard, from a new migration to a frozen plan.
 */
@SpringBootTest(properties = { "db-scheduler.enabled=false", "shiplift.home=target/wizard-tests",
		"spring.datasource.url=jdbc:h2:mem:wizard;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000" })
@AutoConfigureMockMvc
class WizardTests {

	private static final Member OLGA = new Member(901, "Olga", 91, "Harbour", Set.of(Role.OPERATOR, Role.VIEWER));

	private static final Member ANA = new Member(902, "Ana", 91, "Harbour", Set.of(Role.OPERATOR, Role.VIEWER));

	private static final Member VERA = new Member(903, "Vera", 91, "Harbour", Set.of(Role.VIEWER));

	private static final Member EVE = new Member(904, "Eve", 92, "Other", Set.of(Role.OPERATOR, Role.VIEWER));

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Migrations migrations;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Faults faults;

	private FormUser olga;

	private FormUser ana;

	@BeforeEach
	void openBrowsers() {
		if (this.jdbc.sql("select count(*) from team where id = 91").query(Long.class).single() == 0) {
			Stream.of(OLGA, ANA, VERA, EVE).forEach((member) -> Enrolment.of(this.jdbc, member));
		}
		this.olga = new FormUser(this.mvc, OLGA);
		this.ana = new FormUser(this.mvc, ANA);
	}

	@Test
	void leadsFromANameToAFrozenPlan() {
		String path = this.olga.send("/migrations/new", "/migrations", "name", " Shop  one ").redirect();
		assertThat(path).matches("/migrations/[a-z0-9]{8}/answers/app");
		int questions = 0;
		while (!path.endsWith("/check")) {
			assertThat(this.olga.open(path).html()).contains("question <span>" + ++questions + "</span>");
			path = this.olga.send(path, path).redirect();
		}
		assertThat(questions).isEqualTo(11);
		String base = path.replace("/answers/check", "");
		assertThat(this.olga.open(path).html()).contains("Continue to the plan").contains("AWS sets its own");
		FormUser.Answer plan = this.olga.open(base + "/plan");
		assertThat(plan.html()).contains("Freeze plan").contains("Heroku now").contains("db.t4g.medium");
		assertThat(this.olga.post(base + "/plans", plan.form()).redirect()).isEqualTo(base);
		assertThat(this.olga.open(base).html()).contains("plan 1").contains("Start the preparation");
		assertThat(this.olga.open(base + "/plans/1").html()).contains(plan.form().get("hash")).contains("Frozen by");
		assertThat(this.olga.open(base + "/plans/1.json").html()).startsWith("{\"config\":");
		assertThat(this.olga.open(base + "/plan").html()).contains("This plan is frozen");
		assertThat(this.olga.open("/migrations").html()).contains("Shop one").contains("Planned");
	}

	@Test
	void takesTheProposalsForTheRest() {
		String base = "/migrations/" + this.migrations.create("Shop", OLGA).id();
		assertThat(this.olga.open(base).html()).contains("0 of 11").contains("Begin");
		assertThat(this.olga.post(base + "/answers/proposals", Map.of()).redirect()).isEqualTo(base + "/answers/check");
		assertThat(this.olga.open(base + "/answers/check").html()).contains("Continue to the plan");
	}

	@Test
	void losesNothingThatWasTypedWrong() {
		String question = this.olga.answered(this.migrations) + "/answers/web";
		FormUser.Answer refused = this.olga.send(question, question, "f.count", "<many>", "f.instanceType",
				"t4g.large");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.html()).contains("<title>Error: ")
			.contains("value=\"&lt;many&gt;\"")
			.contains("There is a problem")
			.contains("Type a whole number, for example 1.")
			.containsPattern("value=\"t4g.large\" checked=\"checked\"");
	}

	@Test
	void comesBackToTheCheckPageAfterAChange() {
		String base = this.olga.answered(this.migrations);
		String question = base + "/answers/health?from=check";
		assertThat(this.olga.open(question).html()).contains("href=\"" + base + "/answers/check\"");
		assertThat(this.olga.send(question, base + "/answers/health", "f.path", "https://shop.example.com/health/")
			.redirect()).isEqualTo(base + "/answers/check");
		assertThat(this.olga.open(base + "/answers/check").html()).contains("/health/");
	}

	@Test
	void tellsThatSomebodyElseAnsweredMeanwhile() {
		String base = this.olga.answered(this.migrations);
		String question = base + "/answers/health";
		Map<String, String> typed = this.olga.open(question).form();
		this.ana.send(question, question, "f.path", "/ana").redirect();
		typed.put("f.path", "/olga");
		FormUser.Answer conflict = this.olga.post(question, typed);
		assertThat(conflict.status()).isEqualTo(409);
		assertThat(conflict.html()).contains("Ana changed this").contains("/ana").contains("/olga");
		assertThat(this.olga.value(this.migrations, base, "health", "path")).isEqualTo("/ana");
		this.olga.post(question, conflict.form()).redirect();
		assertThat(this.olga.value(this.migrations, base, "health", "path")).isEqualTo("/olga");
	}

	@Test
	void keepsAnswersToDifferentQuestionsOfTwoPeople() {
		String base = this.olga.answered(this.migrations);
		Map<String, String> typed = this.olga.open(base + "/answers/health").form();
		this.ana.send(base + "/answers/domains", base + "/answers/domains", "f.ttl", "120").redirect();
		typed.put("f.path", "/olga");
		this.olga.post(base + "/answers/health", typed).redirect();
		assertThat(this.olga.value(this.migrations, base, "domains", "ttl")).isEqualTo("120");
		assertThat(this.olga.value(this.migrations, base, "health", "path")).isEqualTo("/olga");
	}

	@Test
	void takesTheSameFormTwice() {
		String base = this.olga.answered(this.migrations);
		String question = base + "/answers/health";
		Map<String, String> form = this.olga.open(question).form();
		form.put("f.path", "/twice");
		this.olga.post(question, form).redirect();
		assertThat(this.olga.post(question, form).redirect()).isEqualTo(base + "/answers/check");
		Map<String, String> name = Map.of("name", "Once", "token", FormUser.fresh());
		String first = this.olga.post("/migrations", name).redirect();
		assertThat(this.olga.post("/migrations", name).redirect()).isEqualTo(first);
		Map<String, String> freeze = this.olga.open(base + "/plan").form();
		this.olga.post(base + "/plans", freeze).redirect();
		this.olga.post(base + "/plans", freeze).redirect();
		assertThat(this.migrations.find(FormUser.id(base), OLGA).planNumber()).isEqualTo(1);
	}

	@Test
	void freezesOnlyThePlanThatWasSeen() {
		String base = this.olga.answered(this.migrations);
		Map<String, String> seen = this.olga.open(base + "/plan").form();
		this.ana.send(base + "/answers/health", base + "/answers/health", "f.path", "/other").redirect();
		assertThat(this.olga.post(base + "/plans", seen).redirect()).isEqualTo(base + "/plan");
		assertThat(this.migrations.find(FormUser.id(base), OLGA).planNumber()).isZero();
	}

	@Test
	void saysWhatChangedSinceTheLastPlan() {
		String base = this.olga.answered(this.migrations);
		this.olga.send(base + "/plan", base + "/plans").redirect();
		this.olga.send(base + "/answers/health", base + "/answers/health", "f.path", "/better").redirect();
		assertThat(this.olga.open(base + "/plan").html()).contains("What changed since plan 1").contains("/better");
		this.olga.send(base + "/plan", base + "/plans").redirect();
		assertThat(this.olga.open(base + "/plans/2").html()).contains("What changed since plan 1");
		assertThat(this.olga.open(base + "/plans/1").html()).doesNotContain("What changed");
	}

	@Test
	void takesAnUploadedBackupAndSaysWhatIsNone() throws Exception {
		String base = this.olga.answered(this.migrations);
		FormUser.Answer refused = this.olga.upload(base + "/backup", "x.sql", "-- PostgreSQL database dump".getBytes());
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.html()).contains("upload-error").contains("This is a plain SQL file");
		assertThat(this.olga.upload(base + "/backup", "x.dump", "PGDMP\1\16\0\4\10\1cut".getBytes()).html())
			.contains("The backup is damaged or cut off");
		PostgresServer.Database database = PostgresServer.freshDatabase();
		ProcessBuilder builder = new ProcessBuilder("pg_dump", "-w", "-Fc", "-h", database.host(), "-p",
				Integer.toString(database.port()), "-U", database.user(), database.name());
		builder.environment().put("PGPASSWORD", database.password());
		Process dump = builder.start();
		byte[] file = dump.getInputStream().readAllBytes();
		assertThat(dump.waitFor()).isZero();
		this.olga.upload(base + "/backup", "mine <b>.dump", file).redirect();
		assertThat(this.olga.value(this.migrations, base, "source", "kind")).isEqualTo("file");
		assertThat(this.olga.value(this.migrations, base, "source", "sha256")).hasSize(64);
		assertThat(this.olga.open(base + "/answers/source").html()).contains("mine &lt;b&gt;.dump");
		assertThat(this.olga.send(base + "/answers/source", base + "/answers/source").redirect()).endsWith("/check");
		assertThat(this.olga.value(this.migrations, base, "source", "kind")).isEqualTo("file");
		assertThat(this.olga.open(base + "/plan").html()).contains("An uploaded backup, SHA-256");
	}

	@Test
	void storesATypedPasswordOutOfSight() {
		String base = this.olga.answered(this.migrations);
		String question = base + "/answers/source";
		String next = this.olga
			.send(question, question, "f.kind", "address", "f.url", "postgres://ana:hush-hush-1@127.0.0.1:1/shop")
			.redirect();
		assertThat(next).as("how it moves rests on the database").endsWith("/answers/method");
		assertThat(this.olga.send(next, next).redirect()).endsWith("/check");
		assertThat(this.olga.open(question).html()).contains("postgres://ana@127.0.0.1:1/shop")
			.doesNotContain("hush-hush-1");
		assertThat(this.olga.open(base + "/plan").html()).contains("ana@127.0.0.1:1/shop")
			.doesNotContain("hush-hush-1");
		assertThat(this.jdbc.sql("select count(*) from migration where answers like '%hush-hush-1%'")
			.query(Long.class)
			.single()).isZero();
		assertThat(this.olga.value(this.migrations, base, "source", "credentialId")).isNotEmpty();
		assertThat(this.olga.send(question, question).redirect()).as("nothing changed").endsWith("/check");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "Shop \"one\"", "a/b" })
	void refusesNamesWithAdvice(String name) {
		FormUser.Answer refused = this.olga.send("/migrations/new", "/migrations", "name", name);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.html()).contains("There is a problem")
			.contains("value=\"" + HtmlUtils.htmlEscape(name) + "\"");
	}

	@Test
	void refusesTenThousandCharacters() {
		assertThat(this.olga.send("/migrations/new", "/migrations", "name", "x".repeat(10_000)).html())
			.contains("The name is 10,000 characters long.");
		String question = this.olga.answered(this.migrations) + "/answers/health";
		assertThat(this.olga.send(question, question, "f.path", "/" + "x".repeat(10_000)).html())
			.contains("This is 10,001 characters long.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/answers", "/answers/app", "/answers/check", "/plan", "/plans/1", "/plans/1.json" })
	void doesNotKnowForeignMigrations(String rest) {
		String base = this.olga.answered(this.migrations);
		this.olga.send(base + "/plan", base + "/plans").redirect();
		FormUser eve = new FormUser(this.mvc, EVE);
		assertThat(eve.get(base + rest).status()).isEqualTo(404);
		assertThat(eve.get("/migrations/zzzzzzzz" + rest).status()).isEqualTo(404);
		assertThat(eve.post(base + "/answers/health", Map.of("f.path", "/eve")).status()).isEqualTo(404);
		assertThat(eve.post(base + "/plans", Map.of("hash", "x")).status()).isEqualTo(404);
		assertThat(eve.open("/migrations").html()).doesNotContain(base);
	}

	@Test
	void letsViewersOnlyRead() {
		String base = this.olga.answered(this.migrations);
		FormUser vera = new FormUser(this.mvc, VERA);
		assertThat(vera.open(base + "/plan").html()).doesNotContain("Freeze plan</button>");
		assertThat(vera.open(base + "/answers/web").html()).doesNotContain("Continue</button>");
		assertThat(vera.post(base + "/plans", Map.of("hash", "x")).status()).isEqualTo(403);
		assertThat(vera.post(base + "/answers/health", Map.of("f.path", "/v")).status()).isEqualTo(403);
		assertThat(vera.post(base + "/answers/proposals", Map.of()).status()).isEqualTo(403);
		assertThat(vera.post("/migrations", Map.of("name", "Mine", "token", FormUser.fresh())).status()).isEqualTo(403);
	}

	@Test
	void saysHowLongTheMoveTakesBeforeItIsChosen() {
		String html = this.olga.open(this.olga.answered(this.migrations) + "/answers/method").html();
		assertThat(html).contains("What we saw", "The largest table is public.shop_orderline", "connections are in use",
				"GiB are needed while it is loaded", "Forecast: about", "made from general figures, no rehearsal yet");
	}

	@Test
	void sendsBackToTheOpenQuestions() {
		String base = "/migrations/" + this.migrations.create("Shop", OLGA).id();
		assertThat(this.olga.get(base + "/plan").redirect()).isEqualTo(base + "/answers/check");
		assertThat(this.olga.get(base + "/answers/web").redirect()).isEqualTo(base + "/answers/app");
		assertThat(this.olga.get(base + "/answers/nonsense").status()).isEqualTo(404);
	}

	@Test
	void saysWhenHerokuDoesNotAnswer() {
		String base = this.olga.answered(this.migrations);
		this.faults.add(FormUser.id(base), "heroku.config", Faults.Kind.THROTTLE, 1);
		FormUser.Answer away = this.olga.get(base + "/answers/web");
		assertThat(away.status()).isEqualTo(502);
		assertThat(away.html()).contains("too many requests").contains("try again in a moment");
		this.olga.open(base + "/answers/web");
	}

}
