package io.shiplift.plan;

import java.util.List;
import java.util.Set;

/**
 * Which app moves.
 */
class AppTopic implements Topic {

	static final String KEY = "app";

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public Set<String> restsOn() {
		return Set.of();
	}

	@Override
	public Question ask(Setting setting) {
		List<Question.Option> options = setting.apps()
			.stream()
			.map((app) -> new Question.Option(app, app, ""))
			.toList();
		String proposal = (options.size() == 1) ? options.getFirst().value() : "";
		String reason = proposal.isEmpty() ? "" : "It is the only app this connection can see.";
		return new Question(KEY, "Which Heroku app do you want to move?",
				"Looking at it changes nothing: the app keeps running as it is.", Question.Layout.FIELDS,
				List.of(Question.Field.radio("app", "Heroku app", options, proposal, reason)));
	}

}
