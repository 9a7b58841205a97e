package io.shiplift.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.shiplift.fact.SourceApp;
import io.shiplift.plan.Plan.ConfigFate;

import org.springframework.stereotype.Component;

/**
 * Makes the plan: everything that follows from the app and the answers.
 */
@Component
public class Planner {

	private static final String TARGET = "beanstalk";

	private final Questions questions;

	private final Prices prices = Prices.standard();

	public Planner(Questions questions) {
		this.questions = questions;
	}

	/**
	 * The plan that follows from complete answers.
	 * @throws OpenQuestions if answers are missing or no longer fit the app
	 */
	public Plan plan(String migrationId, String name, Setting setting, List<Plan.Resource> resources) {
		refuseIncomplete(setting);
		SourceApp source = setting.app();
		Answers answers = setting.answers();
		String region = answers.value(RegionTopic.KEY, "region");
		Plan.Sizes sizes = sizes(source, answers);
		Map<String, ConfigFate> config = new TreeMap<>();
		source.configVars()
			.forEach((configVar) -> config.put(configVar.name(),
					ConfigFate.valueOf(answers.value(ConfigTopic.KEY, configVar.name()))));
		return new Plan(migrationId, name, TARGET, region, source,
				SourceTopic.database(answers)
					.asked(OwnQuestions.of(answers))
					.proved(ProofDepths.of(answers))
					.safeFor(SafetyChoice.days(answers)),
				sizes, config, DomainsTopic.dns(answers), answers.value(HealthTopic.KEY, "path"),
				List.copyOf(resources), new Costs(this.prices, source, region).of(sizes, config.values()));
	}

	/** The same for one app that was looked over. */
	public Plan plan(String migrationId, String name, SourceApp source, Answers answers,
			List<Plan.Resource> resources) {
		return plan(migrationId, name, new Setting(List.of(source.name()), source, answers), resources);
	}

	private void refuseIncomplete(Setting setting) {
		List<String> open = this.questions.open(setting);
		if (!open.isEmpty()) {
			throw new OpenQuestions(open,
					open.stream()
						.filter((key) -> this.questions.askable(key, setting))
						.map((key) -> this.questions.ask(key, setting).title())
						.toList());
		}
	}

	private Plan.Sizes sizes(SourceApp source, Answers answers) {
		return new Plan.Sizes(answers.value(WebTopic.KEY, "instanceType"),
				Integer.parseInt(answers.value(WebTopic.KEY, "count")), answers.value(DatabaseTopic.KEY, "class"),
				Integer.parseInt(answers.value(DatabaseTopic.KEY, "storage")),
				"yes".equals(answers.value(DatabaseTopic.KEY, "standby")), cacheNode(source));
	}

	private String cacheNode(SourceApp source) {
		return source.addOns()
			.stream()
			.filter((addOn) -> "heroku-redis".equals(addOn.service()))
			.map((addOn) -> this.prices.redis(addOn.plan()).map(Prices.RedisPlan::node).orElse("cache.t4g.small"))
			.findFirst()
			.orElse("");
	}

}
