package io.shiplift.mover.mysql;

import org.jspecify.annotations.Nullable;

/**
 * A column of a source. The {@code type} is its plain name, {@code full} with all that
 * was said about it; {@code length} is in characters or bytes; {@code json} if its text
 * is always JSON.
 */
record MysqlColumn(String name, String type, String full, boolean nullable, @Nullable String preset, String extra,
		String expression, long length, int precision, int scale, String collation, boolean json, String comment) {

	boolean unsigned() {
		return this.full.contains("unsigned");
	}

	boolean counts() {
		return this.extra.contains("auto_increment");
	}

	/** Computed by the server. */
	boolean generated() {
		return !this.expression.isEmpty();
	}

	boolean flag() {
		return this.full.startsWith("tinyint(1)") || this.full.equals("bit(1)");
	}

	boolean moment() {
		return this.type.equals("datetime") || this.type.equals("timestamp") || this.type.equals("date");
	}

	boolean bytes() {
		return this.type.endsWith("binary") || this.type.endsWith("blob");
	}

	boolean text() {
		return this.type.endsWith("char") || this.type.endsWith("text") || this.type.equals("enum")
				|| this.type.equals("set") || this.type.equals("json");
	}

	/** Whether big and small letters are the same to it. */
	boolean ignoresCase() {
		return this.collation.endsWith("_ci");
	}

	/** The same, known to hold JSON. */
	MysqlColumn ofJson() {
		return new MysqlColumn(this.name, this.type, this.full, this.nullable, this.preset, this.extra, this.expression,
				this.length, this.precision, this.scale, this.collation, true, this.comment);
	}

}
