package io.shiplift.mover.mysql;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One spelling of each value, whichever side it comes from.
 */
final class Canon {

	private static final JsonMapper json = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
		.build();

	private final String base;

	Canon(Pair.Column column) {
		this.base = column.base();
	}

	byte @Nullable [] of(byte @Nullable [] value) {
		if (value == null) {
			return null;
		}
		return switch (this.base) {
			case "numeric" -> bytes(number(new BigDecimal(text(value))));
			case "real" -> bytes(Float.toString(Float.parseFloat(text(value))));
			case "double precision" -> bytes(Double.toString(Double.parseDouble(text(value))));
			case "timestamp with time zone" -> bytes(Moments.trimmed(text(value).replaceFirst("\\+00$", "")));
			case "timestamp without time zone", "time without time zone" -> bytes(Moments.trimmed(text(value)));
			case "interval" -> bytes(Long.toString(Moments.micros(text(value))));
			case "json", "jsonb" -> json(value);
			case "character" -> bytes(text(value).replaceFirst(" +$", ""));
			case "inet" -> bytes(text(value).replaceFirst("/(32|128)$", ""));
			default -> value;
		};
	}

	/** Text that is no JSON stays what it is. */
	private static byte[] json(byte[] value) {
		try {
			StringBuilder out = new StringBuilder();
			write(json.readTree(value), out);
			return bytes(out.toString());
		}
		catch (JacksonException ex) {
			return value;
		}
	}

	private static void write(JsonNode node, StringBuilder out) {
		if (node.isObject()) {
			Map<String, JsonNode> sorted = new TreeMap<>();
			node.properties().forEach((entry) -> sorted.put(entry.getKey(), entry.getValue()));
			out.append('{');
			sorted.forEach((key, child) -> {
				out.append(json.writeValueAsString(key)).append(':');
				write(child, out);
				out.append(',');
			});
			out.append('}');
		}
		else if (node.isArray()) {
			out.append('[');
			node.forEach((child) -> {
				write(child, out);
				out.append(',');
			});
			out.append(']');
		}
		else {
			out.append(node.isNumber() ? number(node.decimalValue()) : node.toString());
		}
	}

	private static String number(BigDecimal number) {
		return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toString();
	}

	private static String text(byte[] value) {
		return new String(value, StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String value) {
		return value.getBytes(StandardCharsets.UTF_8);
	}

}
