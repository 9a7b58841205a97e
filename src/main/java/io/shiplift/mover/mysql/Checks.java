package io.shiplift.mover.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.shiplift.mover.Names;

/**
 * Checks of a source as PostgreSQL writes them.
 */
final class Checks {

	private static final Pattern COMPARISON = Pattern
		.compile("\\(*`([^`]+)` (>=|>|<=|<|=|<>) (-?\\d+(?:\\.\\d+)?|`[^`]+`)\\)*");

	private static final Pattern WORD = Pattern.compile("'((?:[^']|'')*)'");

	private Checks() {
	}

	/** Empty if it is not a plain comparison. */
	static Optional<String> of(MysqlTable table, String clause) {
		Matcher parts = COMPARISON.matcher(clause);
		if (!parts.matches() || table.column(parts.group(1)).isEmpty()) {
			return Optional.empty();
		}
		String other = parts.group(3);
		if (other.startsWith("`")) {
			other = Names.quoted(Shortened.of(other.substring(1, other.length() - 1)));
		}
		return Optional.of(Names.quoted(Shortened.of(parts.group(1))) + " " + parts.group(2) + " " + other);
	}

	/** What the type of a column allowed in the source, which is wider in the target. */
	static Optional<String> of(MysqlColumn column) {
		String name = Names.quoted(Shortened.of(column.name()));
		return switch (column.type()) {
			case "enum" -> Optional.of(name + " in (" + String.join(", ", words(column)) + ")");
			case "set" -> Optional.of("string_to_array(" + name + ", ',') <@ array["
					+ words(column).stream().map((word) -> word + "::text").collect(Collectors.joining(", ")) + "]");
			default -> (column.unsigned() && !column.counts() && !column.flag()) ? Optional.of(name + " >= 0")
					: Optional.empty();
		};
	}

	private static List<String> words(MysqlColumn column) {
		List<String> words = new ArrayList<>();
		Matcher word = WORD.matcher(column.full());
		while (word.find()) {
			words.add(Names.literal(word.group(1).replace("''", "'")));
		}
		return words;
	}

}
