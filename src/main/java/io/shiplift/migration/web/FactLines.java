package io.shiplift.migration.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.shiplift.credentials.Mask;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Turns the JSON of any fact into lines to read, so that a new fact needs no page of its
 * own.
 */
@Component
class FactLines {

	private static final Map<String, String> WORDS = Map.of("id", "ID", "arn", "ARN", "url", "URL", "vpc", "VPC", "ttl",
			"TTL", "dns", "DNS", "millis", "milliseconds");

	private final JsonMapper json;

	private final Mask mask;

	FactLines(JsonMapper json, Mask mask) {
		this.json = json;
		this.mask = mask;
	}

	List<Line> of(String document) {
		List<Line> lines = new ArrayList<>();
		add(lines, "", this.json.readTree(document));
		return lines;
	}

	private void add(List<Line> lines, String name, JsonNode node) {
		if (node.isObject()) {
			node.properties()
				.forEach((entry) -> add(lines, name.isEmpty() ? words(entry.getKey()) : name + " · " + entry.getKey(),
						entry.getValue()));
		}
		else if (node.isArray() && node.valueStream().anyMatch(JsonNode::isObject)) {
			int number = 1;
			for (JsonNode element : node) {
				add(lines, name + " " + number++, element);
			}
		}
		else {
			String value = node.isArray() ? node.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
					: node.asString();
			if (!value.isEmpty()) {
				lines.add(new Line(name, this.mask.mask(value)));
			}
		}
	}

	/** {@code vpcId} as "VPC ID". */
	private static String words(String name) {
		String words = Arrays.stream(name.split("(?<=[a-z])(?=[A-Z])"))
			.map((word) -> word.toLowerCase(Locale.ROOT))
			.map((word) -> WORDS.getOrDefault(word, word))
			.collect(Collectors.joining(" "));
		return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

	/** A name and a value. */
	record Line(String name, String value) {

	}

}
