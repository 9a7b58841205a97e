package io.shiplift.mover.ahead;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.shiplift.mover.Mark;

/**
 * A table whose rows are kept up to date. Name and columns are ready for SQL. Without key
 * columns it is copied whole.
 */
record Followed(long oid, String name, String columns, String qualified, boolean binary, boolean referenced,
		List<Key> keys) {

	boolean keyed() {
		return !this.keys.isEmpty();
	}

	/** The table of changed keys. */
	String log() {
		return Mark.SCHEMA + ".log_" + this.oid;
	}

	/** The table of keys that were changed since the copy was proved. */
	String touched() {
		return Mark.SCHEMA + ".touched_" + this.oid;
	}

	String rowFunction() {
		return Mark.SCHEMA + ".rows_" + this.oid + "()";
	}

	String truncateFunction() {
		return Mark.SCHEMA + ".truncate_" + this.oid + "()";
	}

	/** Where the target keeps the keys of a round. */
	String round() {
		return "pg_temp.round_" + this.oid;
	}

	/** Whether row {@code t} has the key that is kept in row {@code k}. */
	String matches() {
		return IntStream.range(0, this.keys.size())
			.mapToObj((index) -> "t." + this.keys.get(index).column() + " " + this.keys.get(index).equality() + " k.k"
					+ index)
			.collect(Collectors.joining(" and "));
	}

	/** The columns of a log, of which there are as many as in the key. */
	String logged() {
		return IntStream.range(0, this.keys.size()).mapToObj((index) -> "k" + index).collect(Collectors.joining(", "));
	}

	/** The key of a row, as columns of a log. */
	String asLogged() {
		return IntStream.range(0, this.keys.size())
			.mapToObj((index) -> this.keys.get(index).column() + " as k" + index)
			.collect(Collectors.joining(", "));
	}

	/** The key of a row with a name. */
	String keyOf(String row) {
		return this.keys.stream().map((key) -> row + "." + key.column()).collect(Collectors.joining(", "));
	}

	String format() {
		return this.binary ? " (format binary)" : "";
	}

	/**
	 * A column of a primary key, and the operator by which its index tells values apart.
	 */
	record Key(String column, String equality) {

	}

}
