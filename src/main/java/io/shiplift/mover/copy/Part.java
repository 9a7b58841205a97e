package io.shiplift.mover.copy;

/**
 * A piece of the rows of one table, with about so many bytes: the whole of it, or those
 * in some of its pages. What picks them is ready for SQL.
 */
record Part(SourceTable table, long bytes, String where, boolean whole) {

	/** What the source is asked for. */
	String read() {
		return "copy (select " + this.table.columns() + " from only " + this.table.name() + " " + this.where
				+ ") to stdout" + format();
	}

	/** How the target takes it. */
	String write() {
		return "copy " + this.table.name() + (this.table.columns().isEmpty() ? "" : " (" + this.table.columns() + ")")
				+ " from stdin" + format();
	}

	private String format() {
		return this.table.binary() ? " (format binary)" : "";
	}

}
