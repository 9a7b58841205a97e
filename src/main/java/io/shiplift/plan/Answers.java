package io.shiplift.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.core.type.TypeReference;

/**
 * What has been answered so far: for each question, the values of its fields. Changing
 * something makes a new object.
 */
public record Answers(Map<String, Map<String, String>> values) {

	private static final TypeReference<Map<String, Map<String, String>>> FORM = new TypeReference<>() {
	};

	public Answers {
		Map<String, Map<String, String>> copy = new TreeMap<>();
		values.forEach((question, fields) -> copy.put(question, Collections.unmodifiableMap(new TreeMap<>(fields))));
		values = Collections.unmodifiableMap(copy);
	}

	public static Answers none() {
		return new Answers(Map.of());
	}

	public static Answers fromJson(String json) {
		return new Answers(CanonicalJson.read(json, FORM));
	}

	public String toJson() {
		return CanonicalJson.of(this.values);
	}

	public boolean has(String question) {
		return this.values.containsKey(question);
	}

	/** Values of a question's fields; empty if it has not been answered. */
	public Map<String, String> of(String question) {
		return this.values.getOrDefault(question, Map.of());
	}

	public String value(String question, String field) {
		return of(question).getOrDefault(field, "");
	}

	public Answers with(String question, Map<String, String> fields) {
		Map<String, Map<String, String>> changed = new LinkedHashMap<>(this.values);
		changed.put(question, fields);
		return new Answers(changed);
	}

	public Answers without(Collection<String> questions) {
		Map<String, Map<String, String>> changed = new LinkedHashMap<>(this.values);
		changed.keySet().removeAll(questions);
		return new Answers(changed);
	}

}
