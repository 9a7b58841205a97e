package io.shiplift.aws;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Decides the conditions of a template from its parameters.
 */
final class TemplateConditions {

	private final Map<String, Object> conditions;

	private final Map<String, Object> parameters;

	private final Deque<String> deciding = new ArrayDeque<>();

	TemplateConditions(Map<String, Object> conditions, Map<String, Object> parameters) {
		this.conditions = conditions;
		this.parameters = parameters;
	}

	Map<String, Object> parameters() {
		return this.parameters;
	}

	/** Whether a resource or an output takes part. */
	boolean include(Map<String, Object> body) {
		return !(body.get("Condition") instanceof String name) || holds(name);
	}

	boolean holds(String name) {
		Object condition = this.conditions.get(name);
		if (condition == null) {
			throw new IllegalArgumentException("There is no condition " + name);
		}
		if (this.deciding.contains(name)) {
			throw new IllegalArgumentException("Condition " + name + " depends on itself");
		}
		this.deciding.push(name);
		try {
			return decide(condition);
		}
		finally {
			this.deciding.pop();
		}
	}

	private boolean decide(Object node) {
		Map.Entry<String, Object> function = TemplateValues.function(node);
		Object argument = function.getValue();
		return switch (function.getKey()) {
			case "Condition" -> holds(String.valueOf(argument));
			case "Fn::Equals" -> side(argument, 0).equals(side(argument, 1));
			case "Fn::Not" -> !decide(TemplateValues.list(argument).getFirst());
			case "Fn::And" -> TemplateValues.list(argument).stream().allMatch(this::decide);
			case "Fn::Or" -> TemplateValues.list(argument).stream().anyMatch(this::decide);
			default -> throw new IllegalArgumentException(function.getKey() + " does not belong in a condition");
		};
	}

	private String side(Object argument, int index) {
		List<Object> sides = TemplateValues.list(argument);
		if (sides.size() != 2) {
			throw new IllegalArgumentException("Fn::Equals compares two values");
		}
		Object side = sides.get(index);
		if (!(side instanceof Map)) {
			return String.valueOf(side);
		}
		String name = String.valueOf(TemplateValues.function(side).getValue());
		Object value = this.parameters.get(name);
		if (value == null) {
			throw new IllegalArgumentException("A condition needs a value for parameter " + name);
		}
		return (value instanceof List<?> list) ? String.join(",", list.stream().map(String::valueOf).toList())
				: String.valueOf(value);
	}

}
