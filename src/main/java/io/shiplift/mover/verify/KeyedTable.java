package io.shiplift.mover.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.shiplift.mover.Names;
import org.jspecify.annotations.Nullable;

/**
 * A table with its primary key, ready for questions about its rows. A table without one
 * is told apart by whole rows.
 */
public record KeyedTable(String name, List<String> keys, List<String> shown, List<String> columns, List<Order> order) {

	private static final String COLUMNS = """
			select quote_ident(a.attname), coalesce(a.attnum = any(i.indkey), false),
				case when t.typname in ('int2', 'int4', 'int8', 'numeric', 'uuid', 'date', 'timestamp', 'timestamptz', 'bool',
					'oid') then format('t.%1$I::text', a.attname)
				else format('''#'' || left(md5(t.%1$I::text), 8)', a.attname) end,
				format(case when a.attcollation <> 0 then 't.%I::text collate "C"' else 't.%I' end, a.attname),
				case when a.attcollation <> 0 then 'text collate "C"'
					when t.typnamespace = 'pg_catalog'::regnamespace or t.typtype in ('e', 'd')
					then format_type(a.atttypid, null) end
			from pg_attribute a join pg_type t on t.oid = a.atttypid
			left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
			where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum""";

	static KeyedTable of(Connection session, String table) throws SQLException {
		KeyedTable keyed = new KeyedTable(table, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
				new ArrayList<>());
		try (PreparedStatement statement = session.prepareStatement(COLUMNS)) {
			statement.setString(1, table);
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					keyed.columns.add(row.getString(1));
					if (row.getBoolean(2)) {
						String expression = row.getString(4);
						keyed.keys.add(row.getString(1));
						keyed.shown.add(row.getString(3));
						Optional.ofNullable(row.getString(5))
							.ifPresent((type) -> keyed.order.add(new Order(expression, type)));
					}
				}
			}
		}
		return keyed;
	}

	boolean hasKey() {
		return !this.keys.isEmpty();
	}

	/** Whether its keys have an order that is the same on every server. */
	boolean ordered() {
		return hasKey() && this.order.size() == this.keys.size();
	}

	/**
	 * The keys by which a range with more than so many rows falls into so many parts.
	 */
	String borders(String where, int parts, int rows) {
		String keys = this.keys.stream().map((key) -> "t." + key + "::text").collect(Collectors.joining(", "));
		return "select k from (select array[" + keys + "] as k, row_number() over (order by " + position()
				+ ") as n, count(*) over () as c from only " + this.name + " t where " + where + ") s where c > " + rows
				+ " and n % (c / " + parts + " + 1) = 0 order by n";
	}

	/** Rows from one key on, and before another, if there are such ends. */
	String range(@Nullable List<String> from, @Nullable List<String> to) {
		return ((from != null) ? position() + " >= " + at(from) : "true")
				+ ((to != null) ? " and " + position() + " < " + at(to) : "");
	}

	/** Number, count and sum of the parts between borders. */
	String sums(String where, List<List<String>> borders) {
		String part = IntStream.range(0, borders.size())
			.mapToObj((index) -> " when " + position() + " < " + at(borders.get(index)) + " then " + index)
			.collect(Collectors.joining("", "case", " else " + borders.size() + " end"));
		return sums(part) + " where " + where + " group by 1";
	}

	/** Count and sum of each bucket. */
	String buckets(int count) {
		return sums(bucket(count)) + " group by 1";
	}

	/** The rows of some buckets. */
	String within(int count, List<Long> buckets) {
		return bucket(count) + " in (" + buckets.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
	}

	/** Key, what is shown of it, and the hash of each column, of some rows. */
	String rows(String where) {
		String hashes = this.columns.stream()
			.map((column) -> "coalesce(md5(t." + column + "::text), '')")
			.collect(Collectors.joining(", "));
		String shown = hasKey() ? "concat_ws(', ', " + String.join(", ", this.shown) + ")"
				: "'#' || left(md5(" + row(this.columns) + "), 8)";
		return "select " + row(hasKey() ? this.keys : this.columns) + ", " + shown + ", array[" + hashes + "]::text[]"
				+ " from only " + this.name + " t where " + where;
	}

	private String sums(String part) {
		return "select " + part + ", count(*) || ' ' || sum(hashtextextended(" + row(this.columns) + ", 0)) from only "
				+ this.name + " t";
	}

	private String position() {
		return this.order.stream().map(Order::expression).collect(Collectors.joining(", ", "(", ")"));
	}

	private String at(List<String> key) {
		return IntStream.range(0, key.size())
			.mapToObj((index) -> Names.literal(key.get(index)) + "::" + this.order.get(index).type())
			.collect(Collectors.joining(", ", "(", ")"));
	}

	private String bucket(int count) {
		return "(hashtextextended(" + row(hasKey() ? this.keys : this.columns) + ", 1) & " + (count - 1) + ")";
	}

	private static String row(List<String> columns) {
		return columns.stream().map((column) -> "t." + column).collect(Collectors.joining(", ", "row(", ")::text"))
				+ " collate \"C\"";
	}

	/**
	 * By what a column of the key is put in order, and its type in SQL.
	 */
	record Order(String expression, String type) {

	}

}
