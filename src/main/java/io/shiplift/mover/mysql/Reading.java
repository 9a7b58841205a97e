package io.shiplift.mover.mysql;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How the values of one column are asked for in the source, and read as the text that
 * PostgreSQL takes for the target's column.
 */
final class Reading {

	private static final byte[] TRUE = { 't' };

	private static final byte[] FALSE = { 'f' };

	private final Pair.Column column;

	private final MysqlColumn source;

	private final String base;

	private long zeroDates;

	Reading(Pair.Column column) {
		this.column = column;
		this.source = column.source();
		this.base = column.base();
	}

	/** What to select; a server spells moments and numbers best itself. */
	String question() {
		String name = SourceRows.quoted(this.source.name());
		if (this.source.type().equals("float") || this.source.type().equals("double")) {
			return name + " + 0e0";
		}
		if (this.source.type().equals("bit")) {
			return this.base.equals("bit") ? "lpad(bin(" + name + " + 0), " + this.source.precision() + ", '0')"
					: "cast(" + name + " + 0 as char)";
		}
		return (this.source.bytes() || this.source.text()) ? name : "cast(" + name + " as char)";
	}

	/** Dates that are none and became null. */
	long zeroDates() {
		return this.zeroDates;
	}

	byte @Nullable [] read(ResultSet row, int index) throws SQLException, Unfit {
		if (this.source.type().equals("float") || this.source.type().equals("double")) {
			return floating(row, index);
		}
		byte[] value = row.getBytes(index);
		if (value == null) {
			return null;
		}
		return switch (this.base) {
			case "boolean" -> flag(text(value));
			case "smallint" -> whole(text(value), Short.MIN_VALUE, Short.MAX_VALUE);
			case "integer" -> whole(text(value), Integer.MIN_VALUE, Integer.MAX_VALUE);
			case "bigint" -> whole(text(value), Long.MIN_VALUE, Long.MAX_VALUE);
			case "timestamp with time zone", "timestamp without time zone", "date" -> moment(value);
			case "time without time zone" -> time(value);
			case "interval" -> bytes(Moments.interval(micros(text(value))));
			case "bytea" -> value;
			case "uuid" -> uuid(value);
			case "bit", "numeric", "real", "double precision" -> value;
			default -> plain(value);
		};
	}

	private byte @Nullable [] floating(ResultSet row, int index) throws SQLException {
		double value = row.getDouble(index);
		if (row.wasNull()) {
			return null;
		}
		boolean single = this.source.type().equals("float");
		return bytes(single ? Float.toString((float) value) : Double.toString(value));
	}

	private static byte[] flag(String value) throws Unfit {
		return switch (value) {
			case "1" -> TRUE;
			case "0" -> FALSE;
			default -> throw new Unfit("is neither 0 nor 1, so it is neither false nor true");
		};
	}

	private byte[] whole(String value, long least, long most) throws Unfit {
		try {
			long number = Long.parseLong(value);
			if (number >= least && number <= most) {
				return bytes(Long.toString(number));
			}
		}
		catch (NumberFormatException ex) {
			// said below
		}
		throw new Unfit("is not a number that " + this.base + " can hold");
	}

	/** PostgreSQL has no day 0. */
	private byte @Nullable [] moment(byte[] value) throws Unfit {
		String moment = text(value);
		if (!Moments.zero(moment)) {
			return this.base.startsWith("timestamp with time") ? bytes(moment + "+00") : value;
		}
		if (this.column.required()) {
			throw new Unfit("is a date with a zero in it, which PostgreSQL does not have, and the column may not be"
					+ " empty. Let it be null in the source, or give it a date");
		}
		this.zeroDates++;
		return null;
	}

	private static byte[] time(byte[] value) throws Unfit {
		long micros = Moments.micros(text(value));
		if (micros < 0 || micros >= Moments.DAY) {
			throw new Unfit("is below 0 or beyond 24 hours, which a time of PostgreSQL cannot be");
		}
		return value;
	}

	/** Django keeps durations as microseconds where it has no intervals. */
	private long micros(String value) throws Unfit {
		try {
			return this.source.type().equals("time") ? Moments.micros(value) : new BigDecimal(value).longValueExact();
		}
		catch (ArithmeticException | NumberFormatException ex) {
			throw new Unfit("is no duration in microseconds");
		}
	}

	private byte[] uuid(byte[] value) throws Unfit {
		String digits = this.source.bytes() ? HexFormat.of().formatHex(value) : text(value).replace("-", "");
		if (!digits.matches("[0-9a-fA-F]{32}")) {
			throw new Unfit("is no UUID");
		}
		return bytes(digits.toLowerCase(Locale.ROOT).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
	}

	private byte[] plain(byte[] value) throws Unfit {
		for (byte one : value) {
			if (one == 0) {
				throw new Unfit("has a byte 0 in its text, which PostgreSQL does not keep. Take it out in the source");
			}
		}
		if (this.base.equals("jsonb") && text(value).replace("\\\\", "").contains("\\u0000")) {
			throw new Unfit("has \\u0000 in its JSON, which PostgreSQL does not keep. Take it out in the source");
		}
		return value;
	}

	private static String text(byte[] value) {
		return new String(value, StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String value) {
		return value.getBytes(StandardCharsets.UTF_8);
	}

}
