package io.shiplift.mover.verify;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All of a database that must not be lost in a move, small enough to be compared: what it
 * is made of, how many rows each table has with their hash, where sequences stand.
 */
public record Fingerprint(Map<Thing, String> things, Map<String, Rows> rows, Map<String, Position> positions) {

	private static final JsonMapper json = JsonMapper.builder().build();

	public static Fingerprint parse(List<String> lines) {
		Fingerprint fingerprint = new Fingerprint(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
		for (String line : lines) {
			fingerprint.add(json.readTree(line));
		}
		return fingerprint;
	}

	private void add(JsonNode line) {
		String name = line.get(1).asString();
		switch (line.get(0).asString()) {
			case "thing" -> this.things.put(new Thing(name, line.get(2).asString()), line.get(3).asString());
			case "rows" -> this.rows.put(name, new Rows(line.get(2).asLong(), line.get(3).asString()));
			case "sequence" -> this.positions.put(name,
					new Position(line.get(2).decimalValue(), line.get(3).isNull() ? null : line.get(3).decimalValue()));
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
	public record Rows(long count, String hash) {

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
