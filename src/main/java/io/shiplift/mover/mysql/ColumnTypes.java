package io.shiplift.mover.mysql;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The type of every column of a target that is made for its source. A column that refers
 * to another gets that one's type.
 */
final class ColumnTypes {

	private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint", Types.NUMERIC);

	private final Map<String, String> types = new HashMap<>();

	static ColumnTypes of(List<MysqlTable> tables, Findings findings) {
		ColumnTypes types = new ColumnTypes();
		for (MysqlTable table : tables) {
			table.columns()
				.forEach((column) -> types.types.put(key(table.name(), column.name()),
						Types.of(column, findings.unusual(table, column))));
		}
		boolean changed = true;
		while (changed) {
			changed = false;
			for (MysqlTable table : tables) {
				for (MysqlTable.ForeignKey reference : table.foreignKeys()) {
					changed |= types.follow(table, reference);
				}
			}
		}
		return types;
	}

	String of(MysqlTable table, MysqlColumn column) {
		return this.types.getOrDefault(key(table.name(), column.name()), "text");
	}

	private boolean follow(MysqlTable table, MysqlTable.ForeignKey reference) {
		boolean changed = false;
		for (int index = 0; index < reference.columns().size(); index++) {
			String own = key(table.name(), reference.columns().get(index));
			String other = this.types.get(key(reference.table(), reference.referred().get(index)));
			String type = this.types.getOrDefault(own, "");
			if (other != null && !other.equals(type) && WHOLE.contains(type) && WHOLE.contains(other)) {
				this.types.put(own, other);
				changed = true;
			}
		}
		return changed;
	}

	private static String key(String table, String column) {
		return (table + "\0" + column).toLowerCase(Locale.ROOT);
	}

}
