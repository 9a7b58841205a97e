package io.shiplift.migration.web;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.shiplift.migration.Examples;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.Variants;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the pages of costs, assumptions and plan versions, and for a migration like
 * another.
 */
@SpringBootTest(properties = { "db-scheduler.enabled=false", "shiplift.home=target/wizard-tests",
		"spring.datasource.url=jdbc:h2:mem:costs;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000" })
@AutoConfigureMockMvc
class CostsPagesTests {

	private static final Member OLGA = new Member(901, "Olga", 91, "Harbour", Set.of(Role.OPERATOR, Role.VIEWER));

	private static final Member EVE = new Member(904, "Eve", 92, "Other", Set.of(Role.OPERATOR, Role.VIEWER));

	private static final Member VERA = new Member(903, "Vera", 91, "Harbour", Set.of(Role.VIEWER));

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Migrations migrations;

	@Autowired
	private Variants variants;

	@Autowired
	private Examples examples;

	@Autowired
	private JdbcClient jdbc;

	private FormUser olga;

	@BeforeEach
	void openBrowser() {
		this.olga = new FormUser(this.mvc, OLGA);
		if (this.jdbc.sql("select count(*) from team where id = 91").query(Long.class).single() == 0) {
			Stream.of(OLGA, EVE, VERA).forEach((member) -> Enrolment.of(this.jdbc, member));
		}
	}

	@Test
	void laysBothBillsSideBySide() {
		String html = this.olga.open(this.olga.answered(this.migrations) + "/costs").html();
		assertThat(html).contains("Heroku now", "As answered", "NAT gateway", "From the least to the most",
				"price of our table", "Each line is rounded to cents", "While both sides run", "<svg");
	}

	@Test
	void keepsUpToFiveWhatIfs() {
		String base = this.olga.answered(this.migrations);
		for (int number = 1; number <= 5; number++) {
			assertThat(this.olga
				.send(base + "/costs", base + "/costs", "name", "What " + number, "region", "eu-central-1", "count",
						"" + number)
				.redirect()).isEqualTo(base + "/costs");
		}
		FormUser.Answer full = this.olga.open(base + "/costs");
		assertThat(full.html()).contains("What 5", "There are five what-ifs").doesNotContain("Add and compare");
		FormUser.Answer sixth = this.olga.post(base + "/costs", Map.of("name", "Six", "region", "eu-central-1",
				"machine", "t4g.small", "count", "1", "databaseClass", "db.t4g.medium", "standby", "no"));
		assertThat(sixth.status()).isEqualTo(422);
		assertThat(this.variants.all(FormUser.id(base))).hasSize(5);
	}

	@ParameterizedTest
	@CsvSource({ "count, 21, Type a number from 1 to 20.", "count, many, Type a number from 1 to 20.",
			"region, mars-1, Choose one of the answers", "name, '', Type a name", "databaseClass, db.x, Choose one" })
	void saysAtTheFieldWhatIsWrong(String field, String value, String error) {
		String base = this.olga.answered(this.migrations);
		FormUser.Answer refused = this.olga.send(base + "/costs", base + "/costs", "name", "Mine", field, value);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.html()).contains(field + "-error").contains(error);
		assertThat(this.variants.all(FormUser.id(base))).isEmpty();
	}

	@Test
	void takesAWhatIfOver() {
		String base = this.olga.answered(this.migrations);
		this.olga
			.send(base + "/costs", base + "/costs", "name", "High", "region", "ap-southeast-2", "count", "4", "standby",
					"yes")
			.redirect();
		long id = this.variants.all(FormUser.id(base)).getFirst().id();
		assertThat(this.olga.post(base + "/costs/" + id + "/take", Map.of()).redirect()).isEqualTo(base + "/costs");
		assertThat(this.olga.value(this.migrations, base, "region", "region")).isEqualTo("ap-southeast-2");
		assertThat(this.olga.value(this.migrations, base, "web", "count")).isEqualTo("4");
		assertThat(this.olga.value(this.migrations, base, "database", "standby")).isEqualTo("yes");
		assertThat(this.olga.value(this.migrations, base, "health", "path")).isEqualTo("/");
		assertThat(this.olga.open(base + "/plan").html()).contains("ap-southeast-2");
		this.olga.post(base + "/costs/" + id + "/remove", Map.of()).redirect();
		assertThat(this.variants.all(FormUser.id(base))).isEmpty();
		assertThat(this.olga.post(base + "/costs/" + id + "/take", Map.of()).status()).isEqualTo(404);
	}

	@Test
	void comparesWithWhatItCannotBuild() {
		String base = this.olga.answered(this.migrations);
		this.olga
			.send(base + "/costs", base + "/costs", "name", "Tasks", "storage", "300", "runs", "fargate", "gateways",
					"zones")
			.redirect();
		assertThat(this.olga.open(base + "/costs").html()).contains("on Fargate, ", "300 GiB",
				"a NAT gateway in each zone");
		long id = this.variants.all(FormUser.id(base)).getFirst().id();
		assertThat(this.olga.open(base + "/costs").html()).doesNotContain("/costs/" + id + "/take");
		this.olga.post(base + "/costs/" + id + "/take", Map.of()).redirect();
		assertThat(this.olga.value(this.migrations, base, "database", "storage")).isNotEqualTo("300");
		FormUser.Answer small = this.olga.send(base + "/costs", base + "/costs", "name", "Small", "storage", "2");
		assertThat(small.status()).isEqualTo(422);
		assertThat(small.html()).contains("storage-error", "Type a size from 20 to 65,536.");
	}

	@Test
	void laysTheInvoiceBesideTheSumOfPrices() {
		String base = this.olga.answered(this.migrations);
		FormUser.Answer wrong = this.olga.post(base + "/costs/invoice", Map.of("amount", "about 200"));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.html()).contains("amount-error", "for example 1,234.56", "value=\"about 200\"");
		this.olga.post(base + "/costs/invoice", Map.of("amount", " $1,200.50 ")).redirect();
		assertThat(this.olga.open(base + "/costs").html()).contains("invoice says $1200.50, $", "more than its prices",
				"value=\"1200.50\"");
		this.olga.post(base + "/costs/invoice", Map.of("amount", "1")).redirect();
		assertThat(this.olga.open(base + "/costs").html()).contains("invoice says $1.00, $", "less than its prices");
		this.olga.post(base + "/costs/invoice", Map.of("amount", "")).redirect();
		assertThat(this.olga.open(base + "/costs").html()).doesNotContain("invoice says");
		assertThat(new FormUser(this.mvc, VERA).post(base + "/costs/invoice", Map.of("amount", "1")).status())
			.isEqualTo(403);
		assertThat(new FormUser(this.mvc, EVE).post(base + "/costs/invoice", Map.of("amount", "1")).status())
			.isEqualTo(404);
	}

	@Test
	void exportsATable() {
		String csv = this.olga.get(this.olga.answered(this.migrations) + "/costs.csv").html();
		assertThat(csv).startsWith("Scenario,Side,Part,What,Made of,Low,Likely,High,Region,Prices of\r\n")
			.contains("As answered,AWS,Network,NAT gateway")
			.contains("Today,Heroku,Together");
	}

	@Test
	void showsWhatThePlanTakesForGranted() {
		String html = this.olga.open(this.olga.answered(this.migrations) + "/assumptions").html();
		assertThat(html).contains("detected", "default", "Amounts behind the costs",
				"What goes through the NAT gateway");
	}

	@Test
	void listsPlansWithWhatTheyChanged() {
		String base = this.olga.answered(this.migrations);
		this.olga.send(base + "/plan", base + "/plans").redirect();
		assertThat(this.jdbc.sql("select count(*) from source_snapshot where migration_id = ?")
			.param(FormUser.id(base))
			.query(Integer.class)
			.single()).as("a plan is judged upon a whole look").isOne();
		this.olga.send(base + "/answers/processes", base + "/answers/processes", "f.worker", "ECS").redirect();
		this.olga.send(base + "/plan", base + "/plans").redirect();
		assertThat(this.olga.open(base + "/plans").html()).contains("Plan 2", "The first plan.", "Process worker",
				"an ECS service of its own (a wish)");
		assertThat(this.olga.open(base + "/plans/2").html()).contains("What changed since plan 1",
				"What this version builds");
	}

	@Test
	void asksOnlyForDifferencesToAnotherApp() {
		String first = this.olga.answered(this.migrations);
		this.olga.send(first + "/answers/web", first + "/answers/web", "f.count", "5").redirect();
		String path = this.olga
			.post("/migrations", Map.of("name", "Again", "like", FormUser.id(first), "token", FormUser.fresh()))
			.redirect();
		String base = path.replace("/answers/app", "");
		assertThat(this.examples.of(FormUser.id(base)).orElseThrow().name()).isEqualTo("Shop");
		String next = this.olga.send(path, path).redirect();
		assertThat(next).as("its own database is asked for").isEqualTo(base + "/answers/source");
		String method = this.olga.send(next, next).redirect();
		assertThat(method).as("how it moves rests on the database").isEqualTo(base + "/answers/method");
		assertThat(this.olga.send(method, method).redirect()).isEqualTo(base + "/answers/check");
		assertThat(this.olga.value(this.migrations, base, "web", "count")).isEqualTo("5");
		assertThat(this.olga.open(base + "/assumptions").html()).contains("as in another app");
	}

	@Test
	void takesNoForeignAppForAnExample() {
		String first = this.olga.answered(this.migrations);
		FormUser eve = new FormUser(this.mvc, EVE);
		assertThat(
				eve.post("/migrations", Map.of("name", "Theirs", "like", FormUser.id(first), "token", FormUser.fresh()))
					.status())
			.isEqualTo(404);
		assertThat(this.olga.open("/migrations/new").html()).contains("Start from the answers of");
	}

	@Test
	void storesATypedValueOutOfSight() {
		String base = this.olga.answered(this.migrations);
		String question = base + "/answers/config";
		this.olga.send(question, question, "f.STRIPE_API_KEY", "ASKED", "f.value:STRIPE_API_KEY", "hush-hush-hush-2")
			.redirect();
		assertThat(this.olga.open(question).html()).contains("A value is kept").doesNotContain("hush-hush-hush-2");
		assertThat(this.olga.value(this.migrations, base, "config", "value:STRIPE_API_KEY")).matches("[0-9a-f]{32}");
		assertThat(this.olga.open(base + "/plan").html()).doesNotContain("hush-hush-hush-2");
		assertThat(this.olga.open(base + "/answers/check").html()).contains("I type the value")
			.doesNotContain("hush-hush-hush-2");
		assertThat(this.jdbc.sql("select count(*) from migration where answers like '%hush-hush%'")
			.query(Long.class)
			.single()).isZero();
		assertThat(this.olga.send(question, question).redirect()).as("nothing changed").endsWith("/check");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/costs", "/costs.csv", "/assumptions", "/plans" })
	void doesNotKnowForeignMigrations(String rest) {
		String base = this.olga.answered(this.migrations);
		assertThat(new FormUser(this.mvc, EVE).get(base + rest).status()).isEqualTo(404);
		assertThat(new FormUser(this.mvc, EVE).post(base + "/costs", Map.of("name", "x")).status()).isEqualTo(404);
		assertThat(new FormUser(this.mvc, EVE).post(base + "/costs/1/remove", Map.of()).status()).isEqualTo(404);
	}

	@Test
	void letsViewersOnlyRead() {
		String base = this.olga.answered(this.migrations);
		FormUser vera = new FormUser(this.mvc, VERA);
		assertThat(vera.open(base + "/costs").html()).doesNotContain("Add and compare");
		assertThat(vera.post(base + "/costs", Map.of("name", "x")).status()).isEqualTo(403);
		assertThat(vera.post(base + "/costs/1/take", Map.of()).status()).isEqualTo(403);
		assertThat(vera.post(base + "/costs/1/remove", Map.of()).status()).isEqualTo(403);
	}

}
