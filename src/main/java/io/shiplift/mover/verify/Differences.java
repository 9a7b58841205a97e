package io.shiplift.mover.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.shiplift.mover.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * Says in which points a target differs from its source.
 */
public final class Differences {

	/** Servers of different versions spell these differently. */
	private static final Set<String> SPELLED = Set.of("View", "Materialized view", "Function", "Rule", "Policy");

	private static final int LONGEST = 160;

	private final Fingerprint source;

	private final Fingerprint target;

	private final boolean sameVersion;

	private final List<String> sentences = new ArrayList<>();

	public Differences(Fingerprint source, Fingerprint target, boolean sameVersion) {
		this.source = source;
		this.target = target;
		this.sameVersion = sameVersion;
	}

	public List<String> sentences() {
		this.source.rows().forEach(this::compareRows);
		this.source.positions().forEach(this::comparePosition);
		this.source.things().forEach(this::compareThing);
		for (Fingerprint.Thing thing : this.target.things().keySet()) {
			if (!this.source.things().containsKey(thing)) {
				this.sentences.add(thing + " is in the target but not in the source.");
			}
		}
		return List.copyOf(this.sentences);
	}

	public List<Comparison.Table> tables() {
		List<Comparison.Table> tables = new ArrayList<>();
		for (Map.Entry<String, Fingerprint.Rows> entry : this.source.rows().entrySet()) {
			Fingerprint.Rows copied = this.target.rows().get(entry.getKey());
			tables.add(new Comparison.Table(entry.getKey(), entry.getValue().count(),
					(copied != null) ? copied.count() : 0, entry.getValue().equals(copied)));
		}
		return List.copyOf(tables);
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
			this.sentences.add("Sequence " + name + " has given " + copied.given().toBigInteger()
					+ " in the target but already " + position.given().toBigInteger() + " in the source.");
		}
		else if (copied.tooLow() && !position.tooLow()) {
			this.sentences.add("Sequence " + name + " would give numbers again that its table in the target holds.");
		}
	}

	private void compareThing(Fingerprint.Thing thing, String definition) {
		@Nullable String copied = this.target.things().get(thing);
		if (copied == null) {
			this.sentences.add(thing + " is missing in the target.");
		}
		else if (!copied.equals(definition) && (this.sameVersion || !SPELLED.contains(thing.kind()))) {
			this.sentences.add(SPELLED.contains(thing.kind()) ? thing + " is defined differently in the target."
					: thing + " differs: the source has \"" + shortened(definition) + "\", the target \""
							+ shortened(copied) + "\".");
		}
	}

	private static String shortened(String definition) {
		return (definition.length() > LONGEST) ? definition.substring(0, LONGEST) + "..." : definition;
	}

}
