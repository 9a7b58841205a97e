package io.shiplift.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.shiplift.fact.SourceApp;
import io.shiplift.plan.Plan.ConfigFate;

/**
 * What becomes of each config var.
 */
class ConfigTopic implements Topic {

	static final String KEY = "config";

	private static final Set<String> REPLACED_SERVICES = Set.of("heroku-postgresql", "heroku-redis");

	private static final Set<String> BUILD_ONLY = Set.of("BUILDPACK_URL", "LANGUAGE_PACK_URL", "DISABLE_COLLECTSTATIC");

	private static final Map<ConfigFate, Question.Option> OPTIONS = Map.of(ConfigFate.SECRET,
			new Question.Option("SECRET", "Copy as a secret", ""), ConfigFate.PLAIN,
			new Question.Option("PLAIN", "Copy as a plain value", ""), ConfigFate.REPLACED,
			new Question.Option("REPLACED", "AWS sets its own", ""), ConfigFate.DROPPED,
			new Question.Option("DROPPED", "Leave behind", ""));

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public Question ask(Setting setting) {
		SourceApp app = setting.app();
		List<Question.Field> fields = app.configVars().stream().map((configVar) -> field(app, configVar)).toList();
		return new Question(KEY, "What becomes of the config vars?",
				"Secrets go to AWS Secrets Manager and are never shown. Values are read from Heroku when they are needed.",
				Question.Layout.TABLE, fields);
	}

	@Override
	public Map<String, String> summary(Question question, Map<String, String> shown) {
		Map<String, String> lines = new LinkedHashMap<>();
		for (ConfigFate fate : ConfigFate.values()) {
			List<String> names = question.fields()
				.stream()
				.map(Question.Field::name)
				.filter((name) -> fate.name().equals(shown.get(name)))
				.toList();
			if (!names.isEmpty()) {
				lines.put(option(fate).label(), String.join(", ", names));
			}
		}
		return lines;
	}

	private static Question.Field field(SourceApp app, SourceApp.ConfigVar configVar) {
		Optional<String> service = service(app, configVar);
		boolean replaced = service.filter(REPLACED_SERVICES::contains).isPresent();
		List<ConfigFate> fates = replaced ? List.of(ConfigFate.REPLACED, ConfigFate.DROPPED)
				: List.of(ConfigFate.SECRET, ConfigFate.PLAIN, ConfigFate.DROPPED);
		ConfigFate proposal = replaced ? ConfigFate.REPLACED : proposal(configVar);
		return Question.Field.select(configVar.name(), configVar.name(),
				fates.stream().map(ConfigTopic::option).toList(), proposal.name(),
				reason(configVar, service, proposal));
	}

	private static Optional<String> service(SourceApp app, SourceApp.ConfigVar configVar) {
		return app.addOns()
			.stream()
			.filter((addOn) -> addOn.name().equals(configVar.addOn()))
			.map(SourceApp.AddOn::service)
			.findFirst();
	}

	private static ConfigFate proposal(SourceApp.ConfigVar configVar) {
		String name = configVar.name().toUpperCase(Locale.ROOT);
		if (name.startsWith("HEROKU_") || BUILD_ONLY.contains(name)) {
			return ConfigFate.DROPPED;
		}
		return (configVar.secret() || configVar.addOn() != null) ? ConfigFate.SECRET : ConfigFate.PLAIN;
	}

	private static String reason(SourceApp.ConfigVar configVar, Optional<String> service, ConfigFate proposal) {
		return switch (proposal) {
			case REPLACED -> "It belongs to " + service.orElse("an add-on") + "; the app gets the address on AWS.";
			case DROPPED -> "Only Heroku uses it.";
			case SECRET -> configVar.secret() ? "Its name or value looks like a secret."
					: "It belongs to " + service.orElse("an add-on") + ", which goes on working.";
			case PLAIN -> "Nothing about it looks secret.";
		};
	}

	private static Question.Option option(ConfigFate fate) {
		return OPTIONS.getOrDefault(fate, new Question.Option(fate.name(), fate.name(), ""));
	}

}
