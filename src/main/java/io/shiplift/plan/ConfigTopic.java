package io.shiplift.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.shiplift.fact.SourceApp;
import io.shiplift.fact.SourceConfig;
import io.shiplift.plan.Plan.ConfigFate;

/**
 * What becomes of each config var.
 */
class ConfigTopic implements Topic {

	static final String KEY = "config";

	/** Before the name of a var whose value a person types. */
	static final String VALUE = "value:";

	private static final Map<ConfigFate, Question.Option> OPTIONS = Map.of(ConfigFate.SECRET,
			new Question.Option("SECRET", "Copy as a secret", ""), ConfigFate.PLAIN,
			new Question.Option("PLAIN", "Copy as a plain value", ""), ConfigFate.REPLACED,
			new Question.Option("REPLACED", "AWS sets its own", ""), ConfigFate.DROPPED,
			new Question.Option("DROPPED", "Leave behind", ""), ConfigFate.GENERATED,
			new Question.Option("GENERATED", "Make a new random one", ""), ConfigFate.ASKED,
			new Question.Option("ASKED", "I type the value", ""));

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public Set<String> restsOn() {
		return Set.of(AppTopic.KEY, AddOnTopic.KEY);
	}

	@Override
	public Question ask(Setting setting) {
		ConfigAdviser adviser = new ConfigAdviser(setting);
		List<Question.Field> fields = new ArrayList<>();
		Map<String, ConfigFate> fates = new TreeMap<>();
		for (SourceApp.ConfigVar configVar : setting.app().configVars()) {
			ConfigAdvice advice = adviser.of(configVar);
			String name = configVar.name();
			fields.add(Question.Field.select(name, name, advice.fates().stream().map(ConfigTopic::option).toList(),
					advice.proposal().name(), advice.reason()));
			if (advice.typable()) {
				fields.add(secret(name, setting.answers().of(KEY).containsKey(VALUE + name)));
			}
			String answer = setting.answers().value(KEY, name);
			fates.put(name, answer.isEmpty() ? advice.proposal() : ConfigFate.valueOf(answer));
		}
		return new Question(KEY, "What becomes of the config vars?",
				"Secrets go to AWS Secrets Manager and are never shown. Values are read from Heroku when they are needed.",
				Question.Layout.TABLE, fields, notes(setting, fates));
	}

	@Override
	public Reply reply(Setting setting, Map<String, String> typed) {
		Question question = ask(setting);
		Reply reply = Typed.check(question, typed);
		TypedValues values = new TypedValues(setting.answers().of(KEY), typed);
		for (Question.Field field : question.fields()) {
			if (field.kind() == Question.Kind.SECRET) {
				reply = Typed.also(reply, field.name(), values.error(field.name()));
			}
		}
		return switch (reply) {
			case Reply.Accepted accepted -> values.into(accepted);
			case Reply.Refused refused -> new Reply.Refused(TypedValues.without(refused.typed()), refused.errors());
		};
	}

	@Override
	public Map<String, String> shown(Map<String, String> stored) {
		return TypedValues.without(stored);
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

	/** Ids of the secrets that people typed, by config var. */
	static Map<String, String> typed(Answers answers) {
		Map<String, String> typed = new TreeMap<>();
		answers.of(KEY).forEach((name, value) -> {
			if (name.startsWith(VALUE)
					&& ConfigFate.ASKED.name().equals(answers.value(KEY, name.substring(VALUE.length())))) {
				typed.put(name.substring(VALUE.length()), value);
			}
		});
		return typed;
	}

	private static Question.Field secret(String name, boolean kept) {
		String hint = kept ? "A value is kept. Type another one to replace it." : "Only if you choose to type it.";
		return Question.Field.secret(VALUE + name, "Value of " + name, hint,
				"It is stored encrypted and never shown again.");
	}

	private static List<String> notes(Setting setting, Map<String, ConfigFate> fates) {
		SourceConfig config = setting.known().config();
		if (config.values().isEmpty()) {
			return List.of();
		}
		int bytes = EnvironmentSize.of(fates, config, setting.answers().value(RegionTopic.KEY, "region"));
		return List
			.of(EnvironmentSize.words(bytes, fates.values().stream().filter(EnvironmentSize::byReference).count()));
	}

	private static Question.Option option(ConfigFate fate) {
		return OPTIONS.getOrDefault(fate, new Question.Option(fate.name(), fate.name(), ""));
	}

}
