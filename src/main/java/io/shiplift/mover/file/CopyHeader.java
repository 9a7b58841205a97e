package io.shiplift.mover.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.shiplift.mover.Names;

/**
 * The line of an archive that rows of a table follow. Names are taken apart and quoted
 * anew, as the archive may come from anybody.
 */
record CopyHeader(String table, String columns) {

	private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[^\\s\"(),.]+)";

	private static final Pattern SHAPE = Pattern
		.compile("COPY (" + NAME + ")\\.(" + NAME + ") (?:\\((.*)\\))? ?FROM stdin;", Pattern.DOTALL);

	private static final Pattern ONE = Pattern.compile(NAME);

	static Optional<CopyHeader> parse(String text) {
		Matcher matcher = SHAPE.matcher(text);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		List<String> columns = new ArrayList<>();
		Matcher column = ONE.matcher((matcher.group(3) != null) ? matcher.group(3) : "");
		while (column.find()) {
			columns.add(column.group());
		}
		return Optional.of(new CopyHeader(clean(matcher.group(1)) + "." + clean(matcher.group(2)),
				columns.stream().map(CopyHeader::clean).collect(Collectors.joining(", "))));
	}

	private static String clean(String name) {
		return Names.quoted(name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name);
	}

}
