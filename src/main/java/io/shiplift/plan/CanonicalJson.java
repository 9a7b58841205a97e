package io.shiplift.plan;

import java.util.Iterator;
import java.util.TreeSet;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON that is the same for the same content on every machine: names in order, no white
 * space. It is both what gets hashed and what gets stored.
 */
public final class CanonicalJson {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private CanonicalJson() {
	}

	public static String of(Object value) {
		StringBuilder json = new StringBuilder();
		write(MAPPER.valueToTree(value), json);
		return json.toString();
	}

	public static <T> T read(String json, Class<T> type) {
		return MAPPER.readValue(json, type);
	}

	static <T> T read(String json, TypeReference<T> type) {
		return MAPPER.readValue(json, type);
	}

	private static void write(JsonNode node, StringBuilder json) {
		if (node.isObject()) {
			writeObject(node, json);
		}
		else if (node.isArray()) {
			writeArray(node, json);
		}
		else {
			json.append(node);
		}
	}

	private static void writeObject(JsonNode node, StringBuilder json) {
		json.append('{');
		String separator = "";
		for (String name : new TreeSet<>(node.propertyNames())) {
			json.append(separator).append(MAPPER.writeValueAsString(name)).append(':');
			write(node.path(name), json);
			separator = ",";
		}
		json.append('}');
	}

	private static void writeArray(JsonNode node, StringBuilder json) {
		json.append('[');
		Iterator<JsonNode> elements = node.iterator();
		while (elements.hasNext()) {
			write(elements.next(), json);
			json.append(elements.hasNext() ? "," : "");
		}
		json.append(']');
	}

}
