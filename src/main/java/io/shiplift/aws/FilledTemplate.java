package io.shiplift.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.shiplift.aws.Template.DeletionPolicy;
import io.shiplift.aws.Template.Resource;

/**
 * A template together with its parameters: conditions are decided, so it can be said
 * which resources there will be, and what they and the outputs look like once made.
 */
public final class FilledTemplate {

	private final Map<String, Object> document;

	private final Map<String, Map<String, Object>> bodies = new LinkedHashMap<>();

	private final TemplateConditions conditions;

	FilledTemplate(Map<String, Object> document, Map<String, String> given) {
		this.document = document;
		List<TemplateParameter> parameters = TemplateParameter.all(document);
		Map<String, Object> values = new LinkedHashMap<>();
		Set<String> unknown = new TreeSet<>(given.keySet());
		for (TemplateParameter parameter : parameters) {
			unknown.remove(parameter.name());
			String value = given.getOrDefault(parameter.name(), parameter.defaultValue());
			if (value != null) {
				values.put(parameter.name(), parameter.list() ? List.of(value.split(",\\s*")) : value);
			}
		}
		if (!unknown.isEmpty()) {
			throw new IllegalArgumentException("Parameters that are not in the template: " + unknown);
		}
		this.conditions = new TemplateConditions(TemplateYaml.section(document, "Conditions"), values);
		TemplateYaml.section(document, "Resources").forEach((id, body) -> {
			Map<String, Object> resource = TemplateYaml.map(body, "Resources." + id);
			if (this.conditions.include(resource)) {
				this.bodies.put(id, resource);
			}
		});
	}

	/** The resources, each after those it depends on. */
	public List<Resource> resources() {
		Map<String, Set<String>> waiting = new LinkedHashMap<>();
		this.bodies.forEach((id, body) -> waiting.put(id, dependencies(id, body)));
		List<Resource> ordered = new ArrayList<>();
		Set<String> placed = new LinkedHashSet<>();
		while (placed.size() < waiting.size()) {
			int before = placed.size();
			waiting.forEach((id, after) -> {
				if (!placed.contains(id) && placed.containsAll(after)) {
					placed.add(id);
					ordered.add(resource(id, after));
				}
			});
			if (placed.size() == before) {
				Set<String> ring = new TreeSet<>(waiting.keySet());
				ring.removeAll(placed);
				throw new IllegalArgumentException("Resources wait for one another in a ring: " + ring);
			}
		}
		return ordered;
	}

	/** The properties of a resource as they are when those before it stand. */
	public Map<String, Object> properties(String id, Made made) {
		Map<String, Object> body = this.bodies.get(id);
		if (body == null) {
			throw new IllegalArgumentException("There is no resource " + id);
		}
		Object values = new TemplateValues(this.conditions, made).value(body.getOrDefault("Properties", Map.of()));
		return TemplateYaml.map(values, "Resources." + id + ".Properties");
	}

	/** The outputs once everything stands. */
	public Map<String, String> outputs(Made made) {
		TemplateValues values = new TemplateValues(this.conditions, made);
		Map<String, String> outputs = new TreeMap<>();
		TemplateYaml.section(this.document, "Outputs").forEach((name, body) -> {
			Map<String, Object> output = TemplateYaml.map(body, "Outputs." + name);
			if (this.conditions.include(output)) {
				outputs.put(name, values.text(output.getOrDefault("Value", "")));
			}
		});
		return outputs;
	}

	private Set<String> dependencies(String id, Map<String, Object> body) {
		Set<String> names = new TemplateReferences(this.conditions).of(body.getOrDefault("Properties", Map.of()));
		Object dependsOn = body.getOrDefault("DependsOn", List.of());
		((dependsOn instanceof List<?> list) ? list : List.of(dependsOn))
			.forEach((name) -> names.add(String.valueOf(name)));
		Map<String, Object> all = TemplateYaml.section(this.document, "Resources");
		Map<String, Object> parameters = TemplateYaml.section(this.document, "Parameters");
		names.removeIf((name) -> name.startsWith("AWS::") || parameters.containsKey(name));
		names.stream().filter((name) -> !all.containsKey(name)).findFirst().ifPresent((name) -> {
			throw new IllegalArgumentException(
					"Resource " + id + " refers to " + name + ", which is neither a parameter nor a resource");
		});
		names.retainAll(this.bodies.keySet());
		return names;
	}

	private Resource resource(String id, Set<String> after) {
		Map<String, Object> body = this.bodies.getOrDefault(id, Map.of());
		Object type = body.get("Type");
		if (type == null) {
			throw new IllegalArgumentException("Resource " + id + " has no type");
		}
		return new Resource(id, String.valueOf(type), Set.copyOf(after), policy(id, body));
	}

	private static DeletionPolicy policy(String id, Map<String, Object> body) {
		String policy = String.valueOf(body.getOrDefault("DeletionPolicy", "Delete"));
		try {
			return DeletionPolicy.valueOf(policy.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("Resource " + id + " has an unknown deletion policy " + policy, ex);
		}
	}

	/**
	 * What exists: identifiers and attributes of resources, and values such as
	 * {@code AWS::Region}.
	 */
	public interface Made {

		String ref(String id);

		String attribute(String id, String name);

		String pseudo(String name);

	}

}
