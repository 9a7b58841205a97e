package io.shiplift.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import io.shiplift.plan.Plan.ConfigFate;

/**
 * Values of config vars that a person typed. They go to the credentials store; among the
 * answers there is only the id of each.
 */
record TypedValues(Map<String, String> stored, Map<String, String> typed) {

	private static final int LONGEST = 4000;

	/** What is wrong with the value of a field, or an empty text. */
	String error(String field) {
		if (!asked(field)) {
			return "";
		}
		String value = value(field);
		if (value.length() > LONGEST) {
			return "Type at most 4,000 characters.";
		}
		return (value.isEmpty() && !this.stored.containsKey(field)) ? "Type the value of "
				+ field.substring(ConfigTopic.VALUE.length()) + ", or choose another fate for it." : "";
	}

	/** The reply with new values as secrets, and with the ids of those kept before. */
	Reply.Accepted into(Reply.Accepted accepted) {
		Map<String, String> values = new LinkedHashMap<>(without(accepted.values()));
		Map<String, Reply.Secret> secrets = new TreeMap<>();
		accepted.values().keySet().stream().filter(TypedValues::is).filter(this::asked).forEach((field) -> {
			String value = value(field);
			if (!value.isEmpty()) {
				secrets.put(field, new Reply.Secret("Value of " + field.substring(ConfigTopic.VALUE.length()), value));
			}
			else if (this.stored.containsKey(field)) {
				values.put(field, this.stored.getOrDefault(field, ""));
			}
		});
		return new Reply.Accepted(values, accepted.secret(), secrets);
	}

	/** The same without anything that may be a value or refers to one. */
	static Map<String, String> without(Map<String, String> values) {
		Map<String, String> rest = new LinkedHashMap<>(values);
		rest.keySet().removeIf(TypedValues::is);
		return rest;
	}

	static boolean is(String field) {
		return field.startsWith(ConfigTopic.VALUE);
	}

	private boolean asked(String field) {
		String fate = Typed.clean(this.typed.getOrDefault(field.substring(ConfigTopic.VALUE.length()), ""));
		return ConfigFate.ASKED.name().equals(fate);
	}

	private String value(String field) {
		return this.typed.getOrDefault(field, "").strip();
	}

}
