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

	/**
	 * What the target's administrator makes, what only a superuser may have, and what
	 * Heroku alone needs.
	 */
	private static final List<String> LEFT_OUT = List.of("EXTENSION ", "ACL ", "DEFAULT ACL ", "PUBLICATION ",
			"SUBSCRIPTION ", "SERVER ", "USER MAPPING ", "FOREIGN ", "EVENT TRIGGER ", "SECURITY LABEL ", "DATABASE ",
			"DATABASE PROPERTIES ", "PROCEDURAL LANGUAGE ", "COMMENT - EXTENSION ", "COMMENT - EVENT TRIGGER ",
			"COMMENT - DATABASE ", "COMMENT - PUBLICATION ", "COMMENT - SUBSCRIPTION ", "COMMENT - SERVER ",
			"COMMENT - FOREIGN ", "COMMENT - SCHEMA public ");

	private static final Pattern HEROKU = Pattern.compile("[A-Z ]+ (_heroku |- (SCHEMA )?_heroku ).*");

	private static final List<String> LATE = List.of("INDEX ", "CONSTRAINT ", "FK CONSTRAINT ", "TRIGGER ",
			"MATERIALIZED VIEW DATA ", "RULE ", "POLICY ", "STATISTICS ", "CHECK CONSTRAINT ");

	/** Empty for comments and blank lines. */
	static Optional<Entry> parse(String line) {
		Matcher matcher = LINE.matcher(line);
		return matcher.matches() ? Optional
			.of(new Entry(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)), matcher.group(3)))
				: Optional.empty();
	}

	/** Whether it stays behind, apart from schemas that the target has already. */
	boolean leftOut() {
		return LEFT_OUT.stream().anyMatch(this.text::startsWith) || HEROKU.matcher(this.text).matches();
	}

	boolean schema(String name) {
		return this.text.startsWith("SCHEMA - " + name + " ");
	}

	/** Whether it comes after the rows. */
	public boolean late() {
		return LATE.stream().anyMatch(this.text::startsWith);
	}

}
