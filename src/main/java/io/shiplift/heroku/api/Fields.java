package io.shiplift.heroku.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads answers without being strict: numbers may be texts, and a thing may be its name
 * or an object that has one.
 */
final class Fields {

	private static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss Z", Locale.ROOT);

	private Fields() {
	}

	/** A text, an object's name, or an empty text. */
	static String text(JsonNode node, String... path) {
		JsonNode found = find(node, path);
		if (found.isObject()) {
			return text(found, "name");
		}
		return (found.isValueNode() && !found.isNull()) ? found.asString() : "";
	}

	/** A number, also if it is written as a text; else the usual one. */
	static long number(JsonNode node, long usual, String... path) {
		JsonNode found = find(node, path);
		if (found.isNumber()) {
			return found.longValue();
		}
		String text = found.isString() ? found.asString().strip() : "";
		return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : usual;
	}

	static boolean flag(JsonNode node, String... path) {
		JsonNode found = find(node, path);
		return found.isBoolean() ? found.booleanValue() : text(found).equalsIgnoreCase("true");
	}

	static List<String> texts(JsonNode node, String... path) {
		return find(node, path).valueStream().map((entry) -> text(entry)).filter((text) -> !text.isEmpty()).toList();
	}

	/** A moment in either of Heroku's ways to write it. */
	static @Nullable Instant instant(JsonNode node, String... path) {
		String text = text(node, path);
		try {
			if (text.isEmpty()) {
				return null;
			}
			return text.contains("T") ? OffsetDateTime.parse(text).toInstant()
					: OffsetDateTime.parse(text, SPACED).toInstant();
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static JsonNode find(JsonNode node, String... path) {
		JsonNode found = node;
		for (String name : path) {
			found = found.path(name);
		}
		return found;
	}

}
