package io.shiplift.mover.mysql;

import java.util.Optional;
import java.util.regex.Pattern;

import io.shiplift.mover.Names;
import org.jspecify.annotations.Nullable;

/**
 * Defaults of columns, as PostgreSQL writes them.
 */
final class Presets {

	private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

	private static final Pattern NOW = Pattern.compile("(?i)(current_timestamp|now|localtimestamp)(\\(\\d?\\))?");

	private Presets() {
	}

	/** Whether there is one. */
	static boolean has(MysqlColumn column) {
		@Nullable String preset = column.preset();
		return preset != null && !preset.equalsIgnoreCase("null") && !column.counts() && !column.generated();
	}

	/** Empty if there is none, or if it cannot be said in PostgreSQL. */
	static Optional<String> of(MysqlColumn column, String type) {
		String preset = (column.preset() != null) ? column.preset() : "";
		if (!has(column)) {
			return Optional.empty();
		}
		if (NOW.matcher(preset).matches()) {
			return type.equals(Types.TIMESTAMPTZ) ? Optional.of("now()") : Optional.empty();
		}
		if (column.extra().contains("default_generated")) {
			return Optional.empty();
		}
		return literal(column, type, unquoted(preset));
	}

	private static Optional<String> literal(MysqlColumn column, String type, String value) {
		if (type.equals("boolean")) {
			return switch (value) {
				case "1", "b1" -> Optional.of("true");
				case "0", "b0" -> Optional.of("false");
				default -> Optional.empty();
			};
		}
		if (type.startsWith("bit(")) {
			return Optional.of("b'" + "0".repeat(Math.max(0, column.precision() - value.length() + 1))
					+ value.replaceFirst("^b", "") + "'");
		}
		if (column.moment()) {
			return Moments.zero(value) ? Optional.empty()
					: Optional.of(Names.literal(value + (type.equals(Types.TIMESTAMPTZ) ? "+00" : "")));
		}
		if (column.text() && !type.startsWith("json")) {
			return Optional.of(Names.literal(value));
		}
		return (NUMBER.matcher(value).matches() && !type.equals("bytea")) ? Optional.of(value) : Optional.empty();
	}

	/** MariaDB puts texts in quotes, MySQL does not. */
	private static String unquoted(String preset) {
		if (preset.matches("(?s)'.*'")) {
			return preset.substring(1, preset.length() - 1)
				.replace("''", "'")
				.replace("\\'", "'")
				.replace("\\\\", "\\");
		}
		return preset.matches("b'[01]*'") ? "b" + preset.substring(2, preset.length() - 1) : preset;
	}

}
