package io.shiplift.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.shiplift.aws.FilledTemplate.Made;

/**
 * Works out the functions in a template, given what has been made so far.
 */
final class TemplateValues {

	static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

	private static final Object NOTHING = new Object();

	private final TemplateConditions conditions;

	private final Made made;

	TemplateValues(TemplateConditions conditions, Made made) {
		this.conditions = conditions;
		this.made = made;
	}

	String text(Object node) {
		return switch (value(node)) {
			case List<?> list -> String.join(",", list.stream().map(String::valueOf).toList());
			case Object value -> String.valueOf(value);
		};
	}

	Object value(Object node) {
		return switch (node) {
			case List<?> list -> list.stream().map(this::value).filter((entry) -> entry != NOTHING).toList();
			case Map<?, ?> map when isFunction(map) -> call(function(map));
			case Map<?, ?> map -> {
				Map<String, Object> values = new LinkedHashMap<>();
				map.forEach((key, entry) -> {
					Object value = value(entry);
					if (value != NOTHING) {
						values.put(String.valueOf(key), value);
					}
				});
				yield values;
			}
			default -> node;
		};
	}

	private Object call(Map.Entry<String, Object> function) {
		Object argument = function.getValue();
		return switch (function.getKey()) {
			case "Ref" -> named(String.valueOf(argument));
			case "Fn::GetAtt" -> this.made.attribute(path(argument).getFirst(), path(argument).getLast());
			case "Fn::Sub" -> substitute(argument);
			case "Fn::Join" -> {
				List<Object> parts = list(argument);
				yield String.join(text(parts.getFirst()),
						list(value(parts.getLast())).stream().map(String::valueOf).toList());
			}
			case "Fn::Select" -> select(list(argument));
			case "Fn::Split" ->
				List.of(text(list(argument).getLast()).split(Pattern.quote(text(list(argument).getFirst()))));
			case "Fn::If" -> {
				List<Object> parts = list(argument);
				yield value(parts.get(this.conditions.holds(String.valueOf(parts.getFirst())) ? 1 : 2));
			}
			case "Fn::GetAZs" -> zones(text(argument));
			case "Fn::Base64" -> Base64.getEncoder().encodeToString(text(argument).getBytes(StandardCharsets.UTF_8));
			default -> throw new IllegalArgumentException(function.getKey() + " is not supported here");
		};
	}

	private Object named(String name) {
		if (name.equals("AWS::NoValue")) {
			return NOTHING;
		}
		if (name.startsWith("AWS::")) {
			return this.made.pseudo(name);
		}
		Object parameter = this.conditions.parameters().get(name);
		return (parameter != null) ? parameter : this.made.ref(name);
	}

	private String substitute(Object argument) {
		Map<String, Object> own = (argument instanceof List<?> parts) ? TemplateYaml.map(parts.get(1), "Fn::Sub")
				: Map.of();
		return VARIABLE.matcher(pattern(argument)).replaceAll((match) -> {
			String name = match.group(1);
			if (name.startsWith("!")) {
				return Matcher.quoteReplacement("${" + name.substring(1) + "}");
			}
			Object known = own.get(name);
			return Matcher.quoteReplacement((known != null) ? text(known) : variable(name));
		});
	}

	private String variable(String name) {
		int dot = name.indexOf('.');
		return (dot > 0) ? this.made.attribute(name.substring(0, dot), name.substring(dot + 1)) : text(named(name));
	}

	private Object select(List<Object> parts) {
		List<Object> choices = list(value(parts.getLast()));
		int index = Integer.parseInt(text(parts.getFirst()));
		if (index < 0 || index >= choices.size()) {
			throw new IllegalArgumentException("Fn::Select asks for entry " + index + " of " + choices.size());
		}
		return choices.get(index);
	}

	private List<Object> zones(String region) {
		String base = region.isEmpty() ? this.made.pseudo("AWS::Region") : region;
		return List.of(base + "a", base + "b", base + "c");
	}

	static boolean isFunction(Map<?, ?> map) {
		return map.size() == 1
				&& map.keySet().stream().allMatch((key) -> key.equals("Ref") || String.valueOf(key).startsWith("Fn::"));
	}

	static Map.Entry<String, Object> function(Object node) {
		Map<String, Object> map = TemplateYaml.map(node, "A function");
		if (map.size() != 1) {
			throw new IllegalArgumentException("A function has one name, not " + map.keySet());
		}
		return map.entrySet().iterator().next();
	}

	static List<Object> list(Object node) {
		if (!(node instanceof List<?> list)) {
			throw new IllegalArgumentException("Expected a list, not " + node);
		}
		return new ArrayList<>(list);
	}

	/** Resource and attribute of a GetAtt, in any of its forms. */
	static List<String> path(Object argument) {
		List<String> path = (argument instanceof List<?> list) ? list.stream().map(String::valueOf).toList()
				: List.of(String.valueOf(argument).split("\\.", 2));
		if (path.size() != 2) {
			throw new IllegalArgumentException("Fn::GetAtt names a resource and an attribute, not " + argument);
		}
		return path;
	}

	static String pattern(Object argument) {
		return String.valueOf((argument instanceof List<?> parts) ? parts.getFirst() : argument);
	}

}
