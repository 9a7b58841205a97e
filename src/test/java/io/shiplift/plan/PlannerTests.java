package io.shiplift.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Planner}.
 */
class PlannerTests {

	private final Planner planner = new Planner(Apps.questions());

	@Test
	void makesThePlanFromTheProposals() {
		Plan plan = plan(Apps.proposed(Apps.shop()));
		assertThat(plan.region()).isEqualTo("eu-west-1");
		assertThat(plan.sizes())
			.isEqualTo(new Plan.Sizes("t4g.medium", 1, "db.t4g.medium", 64, false, "cache.t4g.micro"));
		assertThat(plan.config()).containsEntry("DATABASE_URL", Plan.ConfigFate.REPLACED);
		assertThat(plan.dns()).isEqualTo(new Plan.Dns(List.of("shop.example.com", "www.shop.example.com"), 60));
		assertThat(plan.database().kind()).isEqualTo(Plan.SourceDatabase.Kind.HEROKU);
		assertThat(plan.usesCache()).isTrue();
	}

	@Test
	void runsAClockOnExactlyOneMachine() {
		Setting setting = Apps.setting(Apps.shop());
		Questions questions = Apps.questions();
		Answers one = questions.proposed(setting);
		assertThat(new Planner(questions).plan("k3f9", "Shop", Apps.shop(), one, List.of()))
			.satisfies((plan) -> assertThat(plan.sizes().webInstances()).isOne())
			.satisfies((plan) -> assertThat(plan.mostInstances()).isOne());
		Answers without = questions.proposed(setting.with(one.without(List.of("web"))
			.with("processes", Map.of("web", "MACHINES", "worker", "MACHINES", "beat", "NONE"))));
		assertThat(new Planner(questions).plan("k3f9", "Shop", Apps.shop(), without, List.of()))
			.satisfies((plan) -> assertThat(plan.sizes().webInstances()).isEqualTo(2))
			.satisfies((plan) -> assertThat(plan.mostInstances()).isEqualTo(4));
	}

	@Test
	void keepsHowTheDataMoves() {
		Answers answers = Apps.proposed(Apps.shop());
		assertThat(plan(answers).database().method()).isEqualTo(Plan.SourceDatabase.Method.WINDOW);
		Plan ahead = plan(answers.with("method", Map.of("method", "AHEAD")));
		assertThat(ahead.database().method()).isEqualTo(Plan.SourceDatabase.Method.AHEAD);
		assertThat(PlanDifference.between(plan(answers), ahead)).extracting(PlanDifference::after)
			.containsExactly("copied ahead, finished while the app is down");
	}

	@Test
	void laysCostsBesideThoseOfHeroku() {
		CostComparison comparison = CostComparison.of(plan(Apps.proposed(Apps.shop())));
		assertThat(comparison.lines()).extracting(Plan.Cost::part)
			.containsExactly("Processes", "Database", "Backups", "Cache", "Load balancer", "Network", "Traffic",
					"Files, logs, secrets", "Kept");
		assertThat(comparison.heroku()).isEqualTo(100 + 50 + 15 + 29);
		assertThat(comparison.aws()).isEqualTo(comparison.lines().stream().mapToInt(Plan.Cost::dollars).sum());
		assertThat(comparison.difference()).matches("\\$\\d+ a month (more|less) \\(\\d+ %\\)");
		assertThat(comparison.bar(Math.max(comparison.aws(), comparison.heroku()))).isEqualTo(100);
	}

	@Test
	void doublesTheDatabaseForAStandby() {
		Answers answers = Apps.proposed(Apps.shop());
		Map<String, String> standby = Map.of("class", "db.t4g.medium", "storage", "64", "standby", "yes");
		int single = database(plan(answers));
		assertThat(database(plan(answers.with("database", standby)))).isBetween(2 * single - 1, 2 * single + 1);
	}

	@Test
	void refusesIncompleteAnswersAndNamesThem() {
		Answers answers = Apps.proposed(Apps.shop()).without(Set.of("region", "health"));
		assertThatExceptionOfType(OpenQuestions.class).isThrownBy(() -> plan(answers)).satisfies((ex) -> {
			assertThat(ex.keys()).containsExactly("region", "health");
			assertThat(ex).hasMessageContaining("In which AWS region will it live?");
		});
	}

	@Test
	void pricesEverySizeItOffers() {
		Prices prices = Prices.standard();
		for (Prices.Region region : prices.regions()) {
			PriceList list = PriceList.of(region.name());
			assertThat(list.region()).isEqualTo(region.name());
			assertThat(list.date()).matches("20\\d\\d-\\d\\d-\\d\\d");
			assertThat(list.source()).isNotBlank();
			Stream
				.of(prices.instances().stream().map(Prices.Machine::name),
						prices.postgresPlans().stream().map(Prices.PostgresPlan::databaseClass),
						prices.redisPlans().stream().map(Prices.RedisPlan::node))
				.flatMap((names) -> names)
				.forEach((name) -> assertThat(list.price(name)).as(region + " " + name).isPresent());
		}
		assertThat(prices.postgres("heroku-postgresql:premium-4").databaseClass()).isEqualTo("db.r7g.xlarge");
		assertThat(prices.postgres("heroku-postgresql:standard-L-6").databaseClass()).isEqualTo("db.r7g.4xlarge");
		assertThat(prices.dyno("Standard-2X").memoryMib()).isEqualTo(1024);
	}

	private Plan plan(Answers answers) {
		return this.planner.plan("k3f9abcd", "Shop", Apps.setting(Apps.shop()).with(answers), List.of());
	}

	private static int database(Plan plan) {
		return plan.costs()
			.stream()
			.filter((cost) -> "Database".equals(cost.part()))
			.findFirst()
			.orElseThrow()
			.dollars();
	}

}
