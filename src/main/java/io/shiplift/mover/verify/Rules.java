package io.shiplift.mover.verify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What is expected to differ after a move, and why. Everything else counts against the
 * target.
 */
final class Rules {

	private static final Set<String> FOREIGN = Set.of("Foreign server", "Foreign table", "Publication");

	private static final List<Rule> ALL = List.of(
			new Rule("_heroku", "Heroku's own schema and event triggers serve Heroku alone and stay behind.",
					(it) -> it.kind().equals("Schema of Heroku") && it.left()
							|| it.kind().equals("Event trigger") && it.left() && it.sourceHas(" runs _heroku.")),
			new Rule("event triggers", "Only an administrator may make event triggers; make it anew if you need it.",
					(it) -> it.kind().equals("Event trigger") && it.left()),
			new Rule("pg_stat_statements", "Statistics of queries belong to a server; RDS brings its own.",
					(it) -> it.kind().endsWith("xtension") && it.thing().name().equals("pg_stat_statements")
							|| it.comment("extension ") && it.thing().name().endsWith("pg_stat_statements")),
			new Rule("extension versions", "The target's server brings its own version of each extension.",
					(it) -> it.kind().equals("Version of extension")),
			new Rule("comments of the administrator", "Comments on extensions and public are the administrator's.",
					(it) -> it.comment("extension ") || it.thing().name().equals("schema public")
							|| it.comment("event trigger ") || it.comment("large object ")),
			new Rule("grants", "Other roles do not exist on the target, so their rights stay behind.",
					(it) -> it.kind().equals("Grant")),
			new Rule("settings", "Settings of a database or user stay behind, apart from the search path.",
					(it) -> it.kind().equals("Setting")),
			new Rule("sorting", "The target sorts text as its server can; lists may come in another order.",
					(it) -> it.kind().equals("Sorting")),
			new Rule("other servers", "What leads to or from other servers stays behind.",
					(it) -> FOREIGN.contains(it.kind()) && it.left()),
			new Rule("unfinished indexes", "The index was never finished on the source, and no query could use it.",
					(it) -> it.kind().equals("Index") && it.sourceHas("not valid")
							&& (it.left() || !it.targetHas("not valid"))),
			new Rule("foreign keys are enforced", "The source had switched a foreign key off; the target checks it.",
					(it) -> it.kind().equals("Switched-off foreign key") && it.left()));

	private Rules() {
	}

	static Optional<Rule> of(Fingerprint.Thing thing, @Nullable String source, @Nullable String target) {
		Difference difference = new Difference(thing, source, target);
		return ALL.stream().filter((rule) -> rule.expects().test(difference)).findFirst();
	}

	/**
	 * A reason to expect a difference.
	 */
	record Rule(String name, String reason, Predicate<Difference> expects) {

	}

	/**
	 * One thing and how it is defined on either side, if it is there.
	 */
	record Difference(Fingerprint.Thing thing, @Nullable String source, @Nullable String target) {

		String kind() {
			return this.thing.kind();
		}

		/** Only the source has it. */
		boolean left() {
			return this.target == null;
		}

		boolean comment(String on) {
			return kind().equals("Comment") && this.thing.name().startsWith(on);
		}

		boolean sourceHas(String text) {
			return this.source != null && this.source.contains(text);
		}

		boolean targetHas(String text) {
			return this.target != null && this.target.contains(text);
		}

	}

}
