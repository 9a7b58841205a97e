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
		Plan.Sizes sizes = sizes(setting);
		Map<String, ConfigFate> config = config(source, answers);
		Mapping mapping = mapping(setting, sizes, config);
		return new Plan(migrationId, name, TARGET, region, source,
				SourceTopic.database(answers)
					.asked(OwnQuestions.of(answers))
					.proved(ProofDepths.of(answers))
					.safeFor(SafetyChoice.days(answers)),
				sizes, config, DomainsTopic.dns(answers), answers.value(HealthTopic.KEY, "path"),
				List.copyOf(resources), bill(setting).costs(), mapping);
	}

	/** The bills of both sides for complete answers. */
	public Bill bill(Setting setting) {
		Plan.Sizes sizes = sizes(setting);
		return bill(setting, sizes, config(setting.app(), setting.answers()), Layout.of(setting, sizes));
	}

	/** The same with what this version does not build, to compare with. */
	Bill bill(Setting setting, WhatIf choices) {
		Plan.Sizes sizes = sizes(setting);
		return bill(setting, sizes, config(setting.app(), setting.answers()),
				Layout.of(setting, sizes, this.prices, choices));
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

	private Bill bill(Setting setting, Plan.Sizes sizes, Map<String, ConfigFate> config, Layout layout) {
		int secrets = 1 + (int) config.values().stream().filter(EnvironmentSize::byReference).count();
		return new Bills(setting, this.prices).of(setting.answers().value(RegionTopic.KEY, "region"), sizes, secrets,
				layout);
	}

	private Mapping mapping(Setting setting, Plan.Sizes sizes, Map<String, ConfigFate> config) {
		Map<String, Provided> rewrites = new ConfigAdviser(setting).rewrites();
		rewrites.keySet().removeIf((name) -> config.get(name) != ConfigFate.REPLACED);
		int bytes = EnvironmentSize.of(config, setting.known().config(),
				setting.answers().value(RegionTopic.KEY, "region"));
		return new Mapping(new AddOns(setting).fates(), new Processes(setting, this.prices).fates(), rewrites,
				ConfigTopic.typed(setting.answers()), bytes, bill(setting, sizes, config, Layout.of(setting, sizes)));
	}

	private static Map<String, ConfigFate> config(SourceApp source, Answers answers) {
		Map<String, ConfigFate> config = new TreeMap<>();
		source.configVars()
			.forEach((configVar) -> config.put(configVar.name(),
					ConfigFate.valueOf(answers.value(ConfigTopic.KEY, configVar.name()))));
		return config;
	}

	private Plan.Sizes sizes(Setting setting) {
		Answers answers = setting.answers();
		return new Plan.Sizes(answers.value(WebTopic.KEY, "instanceType"),
				Integer.parseInt(answers.value(WebTopic.KEY, "count")), answers.value(DatabaseTopic.KEY, "class"),
				Integer.parseInt(answers.value(DatabaseTopic.KEY, "storage")),
				"yes".equals(answers.value(DatabaseTopic.KEY, "standby")), cacheNode(setting));
	}

	private String cacheNode(Setting setting) {
		AddOns addOns = new AddOns(setting);
		return setting.app()
			.addOns()
			.stream()
			.filter((addOn) -> Destinations.REDIS.equals(addOn.service())
					&& addOns.chosen(addOn).filter((kind) -> kind == AddOnFate.Kind.AWS).isPresent())
			.map((addOn) -> this.prices.redis(addOn.plan()).map(Prices.RedisPlan::node).orElse("cache.t4g.small"))
			.findFirst()
			.orElse("");
	}

}
