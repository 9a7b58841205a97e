package io.shiplift.mover.mysql;

import java.util.List;
import java.util.stream.Collectors;

import io.shiplift.mover.Names;

/**
 * A table of the source and the one of the target that takes its rows. Computed columns
 * of the target take none.
 */
record Pair(MysqlTable source, String schema, String table, List<Column> columns) {

	/** The target's table for people. */
	String name() {
		return Shortened.shown(this.schema) + "." + Shortened.shown(this.table);
	}

	/** The target's table in SQL. */
	String quoted() {
		return Names.quoted(this.schema) + "." + Names.quoted(this.table);
	}

	/** Columns that rows are written to. */
	List<Column> written() {
		return this.columns.stream().filter((column) -> !column.computed()).toList();
	}

	String writtenNames() {
		return written().stream().map((column) -> Names.quoted(column.name())).collect(Collectors.joining(", "));
	}

	/** Where the columns of the key are among all. */
	List<Integer> key() {
		return this.source.key().stream().map((name) -> {
			for (int index = 0; index < this.columns.size(); index++) {
				if (this.columns.get(index).source().name().equalsIgnoreCase(name)) {
					return index;
				}
			}
			return -1;
		}).filter((index) -> index >= 0).toList();
	}

	/**
	 * A column of the source and the one of the target, whose full type is given.
	 */
	record Column(MysqlColumn source, String name, String type, boolean required, boolean computed) {

		/** The type without its length. */
		String base() {
			return this.type.replaceFirst("\\(\\d+(,-?\\d+)?\\)", "");
		}

	}

}
