package io.shiplift.mover.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.shiplift.mover.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * Says in which points a target differs from its source, and which of them are expected.
 */
public final class Differences {

	/** What is kept as a hash. */
	private static final Set<String> HASHED = Set.of("View", "Materialized view", "Function", "Body of function",
			"Rule", "Policy", "Text search configuration");

	/** Servers of different versions spell these differently. */
	private static final Set<String> SPELLED = Set.of("View", "Materialized view", "Body of function", "Rule",
			"Policy");

	private static final int LONGEST = 160;

	private static final int BEFORE = 40;

	private final Fingerprint source;

	private final Fingerprint target;

	private final boolean sameVersion;

	private final List<String> sentences = new ArrayList<>();

	private final List<Comparison.Explained> explained = new ArrayList<>();

	public Differences(Fingerprint source, Fingerprint target) {
		this.source = source;
		this.target = target;
		this.sameVersion = major(source).equals(major(target));
		compare();
	}

	/** What counts against the target. */
	public List<String> sentences() {
		return List.copyOf(this.sentences);
	}

	/** What a rule expects. */
	public List<Comparison.Explained> explained() {
		return List.copyOf(this.explained);
	}

	/** With the rows that were read of tables that were proved before. */
	public List<Comparison.Table> tables() {
		return tables(this.source.rows().keySet(), this.target.rows().keySet()).stream().map((name) -> {
			Fingerprint.Rows rows = this.source.rows().get(name);
			Fingerprint.Rows copied = this.target.rows().get(name);
			return new Comparison.Table(name, (rows != null) ? rows.count() : 0, (copied != null) ? copied.count() : 0,
					copied != null && copied.equals(rows) && !this.target.foreign().containsKey(name),
					this.source.touched().get(name));
		}).toList();
	}

	public List<Comparison.Sequence> sequences() {
		List<Comparison.Sequence> sequences = new ArrayList<>();
		this.source.positions().forEach((name, position) -> {
			Fingerprint.Position copied = this.target.positions().get(name);
			sequences.add(new Comparison.Sequence(name, plain(position.given()),
					(copied != null) ? plain(copied.given()) : null,
					(copied != null && copied.used() != null) ? plain(copied.used()) : null,
					copied != null && copied.given().compareTo(position.given()) >= 0
							&& (!copied.tooLow() || position.tooLow())));
		});
		return List.copyOf(sequences);
	}

	private void compare() {
		this.source.rows().forEach(this::compareRows);
		this.source.positions().forEach(this::comparePosition);
		Set<Fingerprint.Thing> things = new TreeSet<>(this.source.things().keySet());
		things.addAll(this.target.things().keySet());
		things.forEach(this::compareThing);
	}

	private void compareRows(String table, Fingerprint.Rows rows) {
		Fingerprint.Rows copied = this.target.rows().get(table);
		if (copied == null) {
			this.sentences.add("The rows of " + table + " (" + rows.count() + ") are missing in the target.");
		}
		else if (copied.count() != rows.count()) {
			this.sentences
				.add(table + " has " + rows.count() + " rows in the source but " + copied.count() + " in the target.");
		}
		else if (this.target.foreign().containsKey(table)) {
			this.sentences.add(table + " was written to in the target by somebody else since it was proved ("
					+ this.target.foreign().get(table) + " rows).");
		}
		else if (!copied.equals(rows)) {
			this.sentences
				.add(table + " has " + rows.count() + " rows on both sides, but some of their values differ.");
		}
	}

	private void comparePosition(String name, Fingerprint.Position position) {
		Fingerprint.Position copied = this.target.positions().get(name);
		if (copied == null) {
			return;
		}
		if (copied.given().compareTo(position.given()) < 0) {
			this.sentences.add("Sequence " + name + " has given " + plain(copied.given())
					+ " in the target but already " + plain(position.given()) + " in the source.");
		}
		else if (copied.tooLow() && !position.tooLow()) {
			this.sentences.add("Sequence " + name + " would give numbers again that its table in the target holds.");
		}
	}

	private void compareThing(Fingerprint.Thing thing) {
		@Nullable String definition = this.source.things().get(thing);
		@Nullable String copied = this.target.things().get(thing);
		if (definition == null) {
			add(thing, null, copied, thing + " is in the target but not in the source.");
		}
		else if (copied == null) {
			add(thing, definition, null, thing + " is missing in the target.");
		}
		else if (!copied.equals(definition) && !this.sameVersion && SPELLED.contains(thing.kind())) {
			this.explained.add(new Comparison.Explained("versions", thing + " is spelled differently in the target.",
					"The servers have different versions, which write the same thing in different words; look at it."));
		}
		else if (!copied.equals(definition)) {
			add(thing, definition, copied,
					HASHED.contains(thing.kind()) ? thing + " is defined differently in the target."
							: thing + " differs: the source has \"" + excerpt(definition, copied) + "\", the target \""
									+ excerpt(copied, definition) + "\".");
		}
	}

	private void add(Fingerprint.Thing thing, @Nullable String definition, @Nullable String copied, String text) {
		Optional<Rules.Rule> rule = Rules.of(thing, definition, copied);
		if (rule.isPresent()) {
			this.explained.add(new Comparison.Explained(rule.get().name(), text, rule.get().reason()));
		}
		else {
			this.sentences.add(text);
		}
	}

	private static Set<String> tables(Set<String> some, Set<String> others) {
		Set<String> all = new TreeSet<>(some);
		all.addAll(others);
		return all;
	}

	private static String major(Fingerprint fingerprint) {
		return fingerprint.moment().version().replaceFirst("[.\\s].*", "");
	}

	private static String plain(BigDecimal number) {
		return number.toBigInteger().toString();
	}

	/** Of a long definition the part where it differs from the other. */
	private static String excerpt(String definition, String other) {
		if (definition.length() <= LONGEST) {
			return definition;
		}
		int same = 0;
		while (same < Math.min(definition.length(), other.length()) && definition.charAt(same) == other.charAt(same)) {
			same++;
		}
		int start = Math.max(0, same - BEFORE);
		int end = Math.min(definition.length(), start + LONGEST);
		return ((start > 0) ? "..." : "") + definition.substring(start, end)
				+ ((end < definition.length()) ? "..." : "");
	}

}
