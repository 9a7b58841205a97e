package io.shiplift.mover.mysql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A table of a source with estimated bytes, the next number it would give, and all that
 * belongs to it.
 */
record MysqlTable(String name, String engine, long bytes, long indexBytes, @Nullable BigDecimal next,
		List<MysqlColumn> columns, List<Index> indexes, List<ForeignKey> foreignKeys, Map<String, String> checks,
		String comment) {

	static MysqlTable named(String name, String engine, long bytes, long indexBytes, @Nullable BigDecimal next,
			String comment) {
		return new MysqlTable(name, engine, bytes, indexBytes, next, new ArrayList<>(), new ArrayList<>(),
				new ArrayList<>(), new LinkedHashMap<>(), comment);
	}

	List<String> key() {
		return this.indexes.stream()
			.filter(Index::primary)
			.findFirst()
			.map((index) -> index.parts().stream().map(Part::column).toList())
			.orElse(List.of());
	}

	Optional<MysqlColumn> column(String named) {
		return this.columns.stream().filter((column) -> column.name().equalsIgnoreCase(named)).findFirst();
	}

	/** The column that counts up by itself. */
	Optional<MysqlColumn> counter() {
		return this.columns.stream().filter(MysqlColumn::counts).findFirst();
	}

	/**
	 * An index and what it is made of.
	 */
	record Index(String name, boolean unique, String kind, List<Part> parts) {

		boolean primary() {
			return this.name.equals("PRIMARY");
		}

		/** Whether PostgreSQL can have one like it. */
		boolean ordinary() {
			return (this.kind.equals("BTREE") || this.kind.equals("HASH"))
					&& this.parts.stream().noneMatch((part) -> part.column().isEmpty());
		}

	}

	/**
	 * A column in an index, or as many of its characters as are not 0.
	 */
	record Part(String column, int prefix) {

	}

	/**
	 * Columns that refer to another table.
	 */
	record ForeignKey(String name, List<String> columns, String table, List<String> referred, String onUpdate,
			String onDelete) {

	}

}
