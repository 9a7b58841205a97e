package io.shiplift.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of a template with its rules; without a default it is required. The value
 * of a {@code secret} one is shown nowhere.
 */
public record TemplateParameter(String name, String type, @Nullable String defaultValue, List<String> allowed,
		@Nullable String pattern, @Nullable Double least, @Nullable Double most, boolean secret) {

	public boolean required() {
		return this.defaultValue == null;
	}

	boolean list() {
		return this.type.equals("CommaDelimitedList") || this.type.startsWith("List<");
	}

	static List<TemplateParameter> all(Map<String, Object> document) {
		List<TemplateParameter> parameters = new ArrayList<>();
		TemplateYaml.section(document, "Parameters")
			.forEach((name, rules) -> parameters.add(of(name, TemplateYaml.map(rules, "Parameters." + name))));
		return parameters;
	}

	private static TemplateParameter of(String name, Map<String, Object> rules) {
		Object allowed = rules.getOrDefault("AllowedValues", List.of());
		return new TemplateParameter(name, String.valueOf(rules.getOrDefault("Type", "String")),
				text(rules.get("Default")), ((List<?>) allowed).stream().map(String::valueOf).toList(),
				text(rules.get("AllowedPattern")), number(rules, "MinValue", "MinLength"),
				number(rules, "MaxValue", "MaxLength"), Boolean.TRUE.equals(rules.get("NoEcho")));
	}

	static List<String> problems(List<TemplateParameter> parameters, Map<String, String> given) {
		List<String> problems = new ArrayList<>();
		List<String> known = parameters.stream().map(TemplateParameter::name).toList();
		given.keySet()
			.stream()
			.filter((name) -> !known.contains(name))
			.sorted()
			.forEach((name) -> problems.add("Parameter " + name + " is not in the template"));
		for (TemplateParameter parameter : parameters) {
			String value = given.getOrDefault(parameter.name, parameter.defaultValue);
			String problem = (value != null) ? parameter.problem(value) : "has no value and no default";
			if (problem != null) {
				problems.add("Parameter " + parameter.name + " " + problem);
			}
		}
		return problems;
	}

	private @Nullable String problem(String value) {
		if (!this.allowed.isEmpty() && !this.allowed.contains(value)) {
			return "must be one of " + this.allowed;
		}
		if (this.pattern != null && !matches(this.pattern, value)) {
			return "must match " + this.pattern;
		}
		if (list() && value.isBlank()) {
			return "must list at least one value";
		}
		return this.type.equals("Number") ? numberProblem(value) : outside(value.length(), "characters");
	}

	private @Nullable String numberProblem(String value) {
		try {
			return outside(Double.parseDouble(value), "");
		}
		catch (NumberFormatException ex) {
			return "must be a number";
		}
	}

	private @Nullable String outside(double size, String unit) {
		if (this.least != null && size < this.least) {
			return "must be at least " + plain(this.least) + " " + unit;
		}
		return (this.most != null && size > this.most) ? "must be at most " + plain(this.most) + " " + unit : null;
	}

	private static boolean matches(String pattern, String value) {
		try {
			return Pattern.matches(pattern, value);
		}
		catch (PatternSyntaxException ex) {
			throw new IllegalArgumentException("AllowedPattern " + pattern + " is not a regular expression", ex);
		}
	}

	private static String plain(double number) {
		return Long.toString(Math.round(number));
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null) ? String.valueOf(value) : null;
	}

	private static @Nullable Double number(Map<String, Object> rules, String first, String second) {
		Object value = rules.getOrDefault(first, rules.get(second));
		return (value != null) ? Double.valueOf(String.valueOf(value)) : null;
	}

}
