package io.shiplift.mover.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table with its primary key, ready for questions about its rows. A table without one
 * is told apart by whole rows.
 */
record KeyedTable(String name, List<String> keys, List<String> shown, List<String> columns) {

	private static final String COLUMNS = """
			select quote_ident(a.attname), coalesce(a.attnum = any(i.indkey), false),
				case when t.typname in ('int2', 'int4', 'int8', 'numeric', 'uuid', 'date', 'timestamp', 'timestamptz', 'bool',
					'oid') then format('t.%1$I::text', a.attname)
				else format('''#'' || left(md5(t.%1$I::text), 8)', a.attname) end
			from pg_attribute a join pg_type t on t.oid = a.atttypid
			left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
			where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum""";

	static KeyedTable of(Connection session, String table) throws SQLException {
		KeyedTable keyed = new KeyedTable(table, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		try (PreparedStatement statement = session.prepareStatement(COLUMNS)) {
			statement.setString(1, table);
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					keyed.columns.add(row.getString(1));
					if (row.getBoolean(2)) {
						keyed.keys.add(row.getString(1));
						keyed.shown.add(row.getString(3));
					}
				}
			}
		}
		return keyed;
	}

	boolean hasKey() {
		return !this.keys.isEmpty();
	}

	/** Count and sum of each bucket. */
	String buckets(int count) {
		return "select " + bucket(count) + ", count(*) || ' ' || sum(hashtextextended(" + row(this.columns)
				+ ", 0)) from only " + this.name + " t group by 1";
	}

	/** Key, what is shown of it, and the hash of each column, of some buckets. */
	String rows(int count, List<Long> buckets) {
		String hashes = this.columns.stream()
			.map((column) -> "coalesce(md5(t." + column + "::text), '')")
			.collect(Collectors.joining(", "));
		String shown = hasKey() ? "concat_ws(', ', " + String.join(", ", this.shown) + ")"
				: "'#' || left(md5(" + row(this.columns) + "), 8)";
		return "select " + row(hasKey() ? this.keys : this.columns) + ", " + shown + ", array[" + hashes + "]::text[]"
				+ " from only " + this.name + " t where " + bucket(count) + " in ("
				+ buckets.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
	}

	private String bucket(int count) {
		return "(hashtextextended(" + row(hasKey() ? this.keys : this.columns) + ", 1) & " + (count - 1) + ")";
	}

	private static String row(List<String> columns) {
		return columns.stream().map((column) -> "t." + column).collect(Collectors.joining(", ", "row(", ")::text"))
				+ " collate \"C\"";
	}

}
