package io.shiplift.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads the YAML of a template: short function tags become the long form, and nothing but
 * maps, lists, texts, numbers and truth values comes out.
 */
final class TemplateYaml {

	private static final int LARGEST = 51_200;

	private static final Set<String> FUNCTIONS = Set.of("GetAtt", "Sub", "Join", "Select", "Split", "If", "Equals",
			"And", "Or", "Not", "GetAZs", "Base64", "FindInMap", "ImportValue", "Cidr");

	private TemplateYaml() {
	}

	static Map<String, Object> parse(String text) {
		int size = text.getBytes(StandardCharsets.UTF_8).length;
		if (size > LARGEST) {
			throw new IllegalArgumentException("The template has " + size + " bytes, " + LARGEST + " are allowed");
		}
		try {
			Map<String, Object> document = map(clean(load(text), "The template"), "The template");
			if (section(document, "Resources").isEmpty()) {
				throw new IllegalArgumentException("The template has no resources");
			}
			return document;
		}
		catch (YAMLException ex) {
			throw new IllegalArgumentException("The template cannot be read: " + ex.getMessage(), ex);
		}
	}

	static Map<String, Object> section(Map<String, Object> document, String name) {
		Object section = document.get(name);
		return (section != null) ? map(section, name) : Map.of();
	}

	static Map<String, Object> map(Object value, String where) {
		if (!(value instanceof Map<?, ?> map)) {
			throw new IllegalArgumentException(where + " must be a map");
		}
		Map<String, Object> typed = new LinkedHashMap<>();
		map.forEach((key, entry) -> typed.put(String.valueOf(key), Objects.requireNonNull(entry)));
		return typed;
	}

	private static @Nullable Object load(String text) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		options.setMaxAliasesForCollections(0);
		DumperOptions dumping = new DumperOptions();
		return new Yaml(new Functions(options), new Representer(dumping), dumping, options, new PlainDates())
			.load(text);
	}

	private static Object clean(@Nullable Object value, String where) {
		return switch (value) {
			case null -> throw new IllegalArgumentException(where + " has no value");
			case Map<?, ?> map -> {
				Map<String, Object> cleaned = new LinkedHashMap<>();
				map.forEach((key, entry) -> cleaned.put(String.valueOf(key), clean(entry, where + "." + key)));
				yield cleaned;
			}
			case List<?> list -> {
				List<Object> cleaned = new ArrayList<>();
				list.forEach((entry) -> cleaned.add(clean(entry, where + "[" + cleaned.size() + "]")));
				yield cleaned;
			}
			case String text -> text;
			case Number number -> number;
			case Boolean truth -> truth;
			default ->
				throw new IllegalArgumentException(where + " is of an unknown kind, " + value.getClass().getName());
		};
	}

	/**
	 * Turns {@code !Ref x} into {@code {Ref: x}} and so on.
	 */
	private static final class Functions extends SafeConstructor {

		Functions(LoaderOptions options) {
			super(options);
			this.yamlMultiConstructors.put("!", new AbstractConstruct() {

				@Override
				public Object construct(Node node) {
					return function(node);
				}

			});
		}

		private Map<String, Object> function(Node node) {
			String name = node.getTag().getValue().substring(1);
			Object argument = argument(node);
			if (name.equals("Ref") || name.equals("Condition")) {
				return Map.of(name, argument);
			}
			if (!FUNCTIONS.contains(name)) {
				throw new IllegalArgumentException("!" + name + " is not a known function");
			}
			if (name.equals("GetAtt") && argument instanceof String path) {
				return Map.of("Fn::GetAtt", List.of(path.split("\\.", 2)));
			}
			return Map.of("Fn::" + name, argument);
		}

		private Object argument(Node node) {
			return switch (node) {
				case ScalarNode scalar -> constructScalar(scalar);
				case SequenceNode sequence -> constructSequence(sequence);
				case MappingNode mapping -> constructMapping(mapping);
				default -> throw new IllegalArgumentException("Unexpected " + node.getNodeId());
			};
		}

	}

	/**
	 * Leaves dates as text, as {@code 2010-09-09} is meant.
	 */
	private static final class PlainDates extends Resolver {

		@Override
		protected void addImplicitResolvers() {
			addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
			addImplicitResolver(Tag.INT, INT, "-+0123456789");
			addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
			addImplicitResolver(Tag.MERGE, MERGE, "<");
			addImplicitResolver(Tag.NULL, NULL, "~nN\0");
			addImplicitResolver(Tag.NULL, EMPTY, null);
		}

	}

}
