package io.shiplift.mover.copy;

/**
 * A piece of the rows of one table, with about so many bytes: all of them, or those in
 * some of its pages.
 */
record Part(SourceTable table, long bytes, long firstPage, long endPage, boolean whole) {

	static Part whole(SourceTable table) {
		return new Part(table, table.bytes(), 0, 0, true);
	}

	/** What the source is asked for. */
	String read() {
		if (this.whole) {
			return "copy (select " + this.table.columns() + " from only " + this.table.name() + " "
					+ this.table.condition() + ") to stdout" + format();
		}
		return "copy (select " + this.table.columns() + " from only " + this.table.name() + " where ctid >= '("
				+ this.firstPage + ",0)' and ctid < '(" + this.endPage + ",0)') to stdout" + format();
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
