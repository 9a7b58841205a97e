package io.shiplift.mover.verify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.shiplift.mover.Comparison;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All of a database that must not be lost in a move, small enough to be compared: what it
 * is made of, how many rows each table has with their hash, where sequences stand.
 * Several threads may add to it.
 */
public final class Fingerprint {

	private static final JsonMapper json = JsonMapper.builder().build();

	private final Map<Thing, String> things = new TreeMap<>();

	private final Map<String, Rows> rows = new TreeMap<>();

	private final Map<String, Position> positions = new TreeMap<>();

	private final Map<String, Long> touched = new TreeMap<>();

	private final Map<String, Long> foreign = new TreeMap<>();

	private final Map<String, Answered> answers = new TreeMap<>();

	private Comparison.Moment moment = new Comparison.Moment("", "");

	/** Reads what {@link #lines} wrote. */
	public static Fingerprint parse(List<String> lines) {
		Fingerprint fingerprint = new Fingerprint();
		lines.forEach(fingerprint::add);
		return fingerprint;
	}

	/** One line of JSON for each thing, to be kept in a file. */
	public synchronized List<String> lines() {
		List<Object[]> lines = new ArrayList<>();
		lines.add(new Object[] { "moment", this.moment.at(), this.moment.version() });
		this.things.forEach((thing, text) -> lines.add(new Object[] { "thing", thing.kind(), thing.name(), text }));
		this.rows.forEach((name, some) -> lines.add(new Object[] { "rows", name, some.count(), some.hash() }));
		this.positions.forEach(
				(name, position) -> lines.add(new Object[] { "sequence", name, position.given(), position.used() }));
		this.touched.forEach((name, keys) -> lines.add(new Object[] { "touched", name, keys }));
		this.answers.forEach((query, answer) -> lines
			.add(new Object[] { "answer", query, answer.rows(), answer.hash(), answer.problem() }));
		return lines.stream().map(json::writeValueAsString).toList();
	}

	/** What a line is about. */
	static String subject(String line) {
		return json.readTree(line).get(1).asString();
	}

	/** When it was taken, and of which version of the server. */
	public Comparison.Moment moment() {
		return this.moment;
	}

	public Map<Thing, String> things() {
		return Collections.unmodifiableMap(this.things);
	}

	public Map<String, Rows> rows() {
		return Collections.unmodifiableMap(this.rows);
	}

	public Map<String, Position> positions() {
		return Collections.unmodifiableMap(this.positions);
	}

	/**
	 * Tables that were proved before: the hash is only that of rows that were touched
	 * since, and this is how many.
	 */
	public Map<String, Long> touched() {
		return Collections.unmodifiableMap(this.touched);
	}

	/** Rows of those tables that somebody else wrote since, as far as there are. */
	Map<String, Long> foreign() {
		return Collections.unmodifiableMap(this.foreign);
	}

	/** What the team's own questions were answered, by query. */
	public Map<String, Answered> answers() {
		return Collections.unmodifiableMap(this.answers);
	}

	synchronized void answered(String query, Answered answer) {
		this.answers.put(query, answer);
	}

	/** Rows of the same table add up. */
	public synchronized void add(String text) {
		JsonNode line = json.readTree(text);
		String name = line.get(1).asString();
		switch (line.get(0).asString()) {
			case "moment" -> this.moment = new Comparison.Moment(name, line.get(2).asString());
			case "thing" -> this.things.put(new Thing(name, line.get(2).asString()), line.get(3).asString());
			case "rows" -> this.rows.merge(name, new Rows(line.get(2).asLong(), new BigInteger(line.get(3).asString())),
					Rows::plus);
			case "sequence" -> this.positions.put(name,
					new Position(line.get(2).decimalValue(), line.get(3).isNull() ? null : line.get(3).decimalValue()));
			case "touched" -> this.touched.put(name, line.get(2).asLong());
			case "foreign" -> {
				if (line.get(2).asLong() > 0) {
					this.foreign.merge(name, line.get(2).asLong(), Long::sum);
				}
			}
			case "answer" -> this.answers.put(name,
					new Answered(line.get(2).asLong(), line.get(3).asString(), line.get(4).asString()));
			default -> throw new IllegalArgumentException("Not a line of a fingerprint");
		}
	}

	/**
	 * Something in the catalogue.
	 */
	public record Thing(String kind, String name) implements Comparable<Thing> {

		@Override
		public int compareTo(Thing other) {
			int byKind = this.kind.compareTo(other.kind);
			return (byKind != 0) ? byKind : this.name.compareTo(other.name);
		}

		@Override
		public String toString() {
			return this.kind + " " + this.name;
		}

	}

	/**
	 * Number of rows and the sum of their hashes.
	 */
	public record Rows(long count, BigInteger hash) {

		Rows plus(Rows other) {
			return new Rows(this.count + other.count, this.hash.add(other.hash));
		}

	}

	/**
	 * How many rows answered a question, their hash, and what went wrong.
	 */
	public record Answered(long rows, String hash, String problem) {

	}

	/**
	 * The last number that a sequence gave, and the highest in the column it feeds.
	 */
	public record Position(BigDecimal given, @Nullable BigDecimal used) {

		public boolean tooLow() {
			return this.used != null && this.used.compareTo(this.given) > 0;
		}

	}

}
