package io.shiplift.aws;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/**
 * Finds the names that a part of a template refers to, leaving out branches whose
 * condition does not hold.
 */
final class TemplateReferences {

	private final TemplateConditions conditions;

	TemplateReferences(TemplateConditions conditions) {
		this.conditions = conditions;
	}

	Set<String> of(Object node) {
		Set<String> names = new TreeSet<>();
		walk(node, names);
		return names;
	}

	private void walk(Object node, Set<String> names) {
		switch (node) {
			case List<?> list -> list.forEach((entry) -> walk(entry, names));
			case Map<?, ?> map -> map.forEach((key, value) -> function(String.valueOf(key), value, names));
			default -> {
			}
		}
	}

	private void function(String key, Object argument, Set<String> names) {
		switch (key) {
			case "Ref" -> names.add(String.valueOf(argument));
			case "Fn::GetAtt" -> names.add(TemplateValues.path(argument).getFirst());
			case "Fn::If" -> {
				List<Object> parts = TemplateValues.list(argument);
				walk(parts.get(this.conditions.holds(String.valueOf(parts.getFirst())) ? 1 : 2), names);
			}
			case "Fn::Sub" -> substitution(argument, names);
			default -> walk(argument, names);
		}
	}

	private void substitution(Object argument, Set<String> names) {
		Map<String, Object> own = Map.of();
		if (argument instanceof List<?> parts) {
			own = TemplateYaml.map(parts.get(1), "Fn::Sub");
			walk(own, names);
		}
		Matcher matcher = TemplateValues.VARIABLE.matcher(TemplateValues.pattern(argument));
		while (matcher.find()) {
			String name = matcher.group(1).split("\\.", 2)[0];
			if (!name.startsWith("!") && !own.containsKey(name)) {
				names.add(name);
			}
		}
	}

}
