package io.shiplift.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One question of the wizard with its rules. Adding a question is adding a topic to
 * {@link Questions}.
 */
interface Topic {

	String key();

	/** Questions whose change opens this one again. */
	default Set<String> restsOn() {
		return Set.of(AppTopic.KEY);
	}

	/** The answer where other answers leave no choice; empty if there is one. */
	default Map<String, String> following(Answers answers) {
		return Map.of();
	}

	Question ask(Setting setting);

	default Reply reply(Setting setting, Map<String, String> typed) {
		return Typed.check(ask(setting), typed);
	}

	/** Stored values as they are shown in the form. */
	default Map<String, String> shown(Map<String, String> stored) {
		return stored;
	}

	/** The answer in a few lines, by label. */
	default Map<String, String> summary(Question question, Map<String, String> shown) {
		Map<String, String> lines = new LinkedHashMap<>();
		question.fields().forEach((field) -> {
			String value = shown.getOrDefault(field.name(), "");
			if (!value.isEmpty()) {
				lines.put(field.label(), field.labelOf(value));
			}
		});
		return lines;
	}

}
