package io.shiplift.mover.mysql;

import java.util.Map;
import java.util.Set;

import io.shiplift.mover.MoverProblem;

/**
 * What becomes of the source's types.
 */
final class Types {

	static final String TIMESTAMPTZ = "timestamp with time zone";

	static final String TIME = "time without time zone";

	static final String NUMERIC = "numeric(20,0)";

	private static final Map<String, String> PLAIN = Map.ofEntries(Map.entry("tinyint", "smallint"),
			Map.entry("smallint", "smallint"), Map.entry("mediumint", "integer"), Map.entry("int", "integer"),
			Map.entry("integer", "integer"), Map.entry("bigint", "bigint"), Map.entry("float", "real"),
			Map.entry("double", "double precision"), Map.entry("date", "date"), Map.entry("datetime", TIMESTAMPTZ),
			Map.entry("timestamp", TIMESTAMPTZ), Map.entry("time", TIME), Map.entry("year", "smallint"),
			Map.entry("json", "jsonb"), Map.entry("enum", "text"), Map.entry("set", "text"),
			Map.entry("tinytext", "text"), Map.entry("text", "text"), Map.entry("mediumtext", "text"),
			Map.entry("longtext", "text"), Map.entry("binary", "bytea"), Map.entry("varbinary", "bytea"),
			Map.entry("tinyblob", "bytea"), Map.entry("blob", "bytea"), Map.entry("mediumblob", "bytea"),
			Map.entry("longblob", "bytea"), Map.entry("uuid", "uuid"), Map.entry("inet6", "inet"),
			Map.entry("inet4", "inet"));

	private static final Map<String, String> WIDER = Map.of("tinyint", "smallint", "smallint", "integer", "int",
			"bigint", "integer", "bigint", "bigint", NUMERIC);

	/** What is the same under another name, which is no conversion. */
	private static final Set<String> SAME = Set.of("smallint", "int", "integer", "bigint", "double", "float", "decimal",
			"numeric", "varchar", "date", "text", "uuid", "tinytext", "mediumtext", "longtext");

	private Types() {
	}

	/** Types that have no like in PostgreSQL, such as geometries. */
	static boolean known(MysqlColumn column) {
		return PLAIN.containsKey(column.type())
				|| Set.of("char", "varchar", "bit", "decimal", "numeric").contains(column.type());
	}

	/**
	 * The type of a column; an {@code unusual} one holds values that the usual type does
	 * not.
	 */
	static String of(MysqlColumn column, boolean unusual) {
		if (column.flag() && !unusual) {
			return "boolean";
		}
		if (column.json()) {
			return "jsonb";
		}
		return switch (column.type()) {
			case "bit" -> "bit(" + column.precision() + ")";
			case "decimal", "numeric" -> "numeric(" + column.precision() + "," + column.scale() + ")";
			case "char", "varchar" -> (column.length() > 0) ? "character varying(" + column.length() + ")" : "text";
			case "time" -> unusual ? "interval" : TIME;
			case "bigint" -> (column.unsigned() && !column.counts()) ? NUMERIC : "bigint";
			default -> plain(column);
		};
	}

	/** Whether a column of the target may have that type, although another is usual. */
	static boolean fits(MysqlColumn column, String type) {
		return type.equals(of(column, false)) || type.equals(of(column, true))
				|| column.type().equals("bigint") && column.unsigned() && type.equals("bigint");
	}

	/** Why a column has become what it is; empty if it is the same under another name. */
	static String reason(MysqlColumn column, String type) {
		if (type.equals("boolean")) {
			return "It holds only 0 and 1, which is how MySQL writes false and true.";
		}
		if (type.equals(TIMESTAMPTZ)) {
			return "Its moments are taken as UTC, as Django and the server's own timestamps write them.";
		}
		if (column.unsigned() && !column.type().equals("decimal")) {
			return (type.equals("bigint") && column.type().equals("bigint"))
					? "Its numbers are counted, so those beyond bigint are never reached."
					: "PostgreSQL has no unsigned numbers; this type holds all of them.";
		}
		if (SAME.contains(column.type()) && !column.json() && !differs(column, type)) {
			return "";
		}
		return other(column, type);
	}

	private static boolean differs(MysqlColumn column, String type) {
		return !type.startsWith(Types.of(column, false).replaceFirst("\\(.*", "")) && !type.equals("text");
	}

	private static String other(MysqlColumn column, String type) {
		if (type.startsWith("json")) {
			return "It holds JSON, which jsonb keeps with keys in an order of its own and without doubles.";
		}
		return switch (column.type()) {
			case "enum" -> "A check allows the same words.";
			case "set" -> "It keeps its words with commas between.";
			case "time" -> type.equals("interval") ? "It holds times below 0 or beyond 24 hours." : "";
			case "year" -> "PostgreSQL has no years of their own.";
			case "char" -> "MySQL leaves out blanks at the end; char of PostgreSQL would add them.";
			case "tinyint" -> "It is the smallest whole number that PostgreSQL has.";
			default -> "It is what PostgreSQL has for it.";
		};
	}

	private static String plain(MysqlColumn column) {
		String type = column.unsigned() ? WIDER.getOrDefault(column.type(), PLAIN.get(column.type()))
				: PLAIN.get(column.type());
		if (type == null) {
			throw new MoverProblem("Column " + column.name() + " is of type " + column.type()
					+ ", which is not moved. Drop it, or keep it as text, then try again.");
		}
		return type;
	}

}
