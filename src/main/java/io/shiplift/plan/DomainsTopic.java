package io.shiplift.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which host names move, and how soon resolvers have to ask again.
 */
class DomainsTopic implements Topic {

	static final String KEY = "domains";

	private static final String TTL = "ttl";

	private static final String MOVE = "move";

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public Question ask(Setting setting) {
		List<Question.Option> options = List.of(new Question.Option(MOVE, "Move to AWS", ""),
				new Question.Option("stay", "Leave as it is", ""));
		List<Question.Field> fields = new ArrayList<>();
		setting.app()
			.domains()
			.forEach((host) -> fields.add(Question.Field.select(host, host, options, MOVE, "Heroku serves it today.")));
		fields.add(Question.Field.number(TTL, "Seconds that resolvers may keep the old address",
				"From 60 to 3,600. Set before the cutover, while nothing moves yet.", 60,
				"The least that all DNS hosts allow; the way back is as short."));
		return new Question(KEY, "Which host names move?",
				"The DNS records change only in the cutover, and their old values are kept for the way back.",
				Question.Layout.TABLE, fields);
	}

	@Override
	public Reply reply(Setting setting, Map<String, String> typed) {
		Reply reply = Typed.check(ask(setting), typed);
		String ttl = Typed.clean(typed.getOrDefault(TTL, ""));
		Reply bounded = Typed.also(reply, TTL, Typed.outside(ttl, 60, 3600, "a number of seconds"));
		List<String> domains = setting.app().domains();
		return (domains.isEmpty() || !hostNames(typed).isEmpty()) ? bounded : Typed.also(bounded, domains.getFirst(),
				"Choose at least one host name that moves: with none, no visitor would come to AWS.");
	}

	@Override
	public Map<String, String> summary(Question question, Map<String, String> shown) {
		Map<String, String> lines = new LinkedHashMap<>();
		lines.put("Move to AWS", String.join(", ", hostNames(shown)));
		lines.put("Time to live", shown.getOrDefault(TTL, "") + " seconds");
		return lines;
	}

	static Plan.Dns dns(Answers answers) {
		return new Plan.Dns(hostNames(answers.of(KEY)), Long.parseLong(answers.value(KEY, TTL)));
	}

	private static List<String> hostNames(Map<String, String> values) {
		return values.entrySet()
			.stream()
			.filter((value) -> MOVE.equals(Typed.clean(value.getValue())))
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
	}

}
