package io.shiplift.mover.archive;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of an archive's table of contents: its number, the object it describes in the
 * database that was dumped, and the rest of the line, which starts with the type.
 */
public record Entry(int id, long oid, String text) {

	private static final Pattern LINE = Pattern.compile("(\\d+); \\d+ (\\d+) (.*)");

	private static final List<String> LATE = List.of("INDEX ", "CONSTRAINT ", "FK CONSTRAINT ", "TRIGGER ",
			"MATERIALIZED VIEW DATA ", "RULE ", "POLICY ", "STATISTICS ", "CHECK CONSTRAINT ");

	/** Empty for comments and blank lines. */
	static Optional<Entry> parse(String line) {
		Matcher matcher = LINE.matcher(line);
		return matcher.matches() ? Optional
			.of(new Entry(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)), matcher.group(3)))
				: Optional.empty();
	}

	/**
	 * Why it stays behind, if it does, apart from schemas that the target has already.
	 */
	Optional<Rule> leftOut() {
		return Rule.of(this.text);
	}

	boolean schema(String name) {
		return this.text.startsWith("SCHEMA - " + name + " ");
	}

	/** Whether it holds rows of a table. */
	public boolean rows() {
		return this.text.startsWith("TABLE DATA ");
	}

	/** Whether it is a table. */
	public boolean table() {
		return this.text.startsWith("TABLE ") && !rows() && !this.text.startsWith("TABLE ATTACH ");
	}

	/** Whether it attaches the index of a partition to that of its parent. */
	boolean attaches() {
		return this.text.startsWith("INDEX ATTACH ");
	}

	/** Whether it comes after the rows. */
	public boolean late() {
		return LATE.stream().anyMatch(this.text::startsWith);
	}

}
