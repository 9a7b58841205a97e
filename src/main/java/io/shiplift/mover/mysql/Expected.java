package io.shiplift.mover.mysql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.shiplift.mover.Shape;

/**
 * What a table of the target should be made of, as the source tells.
 */
record Expected(Pair pair, Shape shape, Map<String, Pair> others) {

	static String counting(Pair pair, Pair.Column column) {
		return Sums.line("thing", "Counting column", pair.name() + "." + Shortened.shown(column.name()), "");
	}

	/** Of a table that migrations made only the columns count. */
	void add(List<String> lines) {
		MysqlTable table = this.pair.source();
		lines.add(Sums.line("thing", "Table", this.pair.name(), ""));
		comment(lines, "", table.comment());
		for (MysqlColumn column : table.columns()) {
			Optional<Pair.Column> found = this.pair.columns()
				.stream()
				.filter((one) -> one.source().equals(column))
				.findFirst();
			if (this.shape == Shape.CONVERTED || !column.generated()) {
				String name = this.pair.name() + "."
						+ Shortened.shown(found.map(Pair.Column::name).orElse(Shortened.of(column.name())));
				lines.add(Sums.line("thing", "Column", name, column(column, found)));
			}
			comment(lines, "." + Shortened.shown(found.map(Pair.Column::name).orElse(Shortened.of(column.name()))),
					column.comment());
			found.filter((one) -> column.counts()).ifPresent((one) -> lines.add(counting(this.pair, one)));
		}
		if (this.shape == Shape.CONVERTED) {
			table.indexes().stream().filter(MysqlTable.Index::ordinary).forEach((index) -> lines.add(index(index)));
			table.foreignKeys()
				.stream()
				.filter((reference) -> this.others.containsKey(reference.table()))
				.forEach((reference) -> lines.add(reference(reference)));
			lines.add(Sums.line("thing", "Checks of", this.pair.name(), Long.toString(checks(table))));
		}
	}

	private void comment(List<String> lines, String part, String comment) {
		if (this.shape == Shape.CONVERTED && !comment.isEmpty()) {
			lines.add(Sums.line("thing", "Comment on", this.pair.name() + part, comment));
		}
	}

	private String column(MysqlColumn column, Optional<Pair.Column> found) {
		if (this.shape == Shape.MIGRATED) {
			return "";
		}
		String type = found.map(Pair.Column::type)
			.filter((made) -> Types.fits(column, made) || whole(made) && whole(Types.of(column, false)))
			.orElse(Types.of(column, false));
		return type + (column.nullable() ? "" : " not null")
				+ Presets.of(column, type).map((preset) -> " default " + spelled(preset)).orElse("");
	}

	/** A number that refers to another has that one's type. */
	private static boolean whole(String type) {
		return Set.of("smallint", "integer", "bigint", Types.NUMERIC).contains(type);
	}

	/** A default without the ways in which it can be written. */
	static String spelled(String preset) {
		return preset.replaceAll("::\"?[a-z ]+\"?(\\([0-9,]+\\))?", "")
			.replaceAll("^[EeBb](?=')", "")
			.replaceAll("[()']", "")
			.replace("\\\\", "\\");
	}

	private String index(MysqlTable.Index index) {
		boolean whole = index.parts().stream().allMatch((part) -> part.prefix() == 0);
		String kind = (index.primary() && whole) ? "Primary key" : index.unique() ? "Unique index" : "Index";
		String parts = index.parts().stream().map(this::part).collect(Collectors.joining(", "));
		return Sums.line("thing", kind, this.pair.name() + " (" + parts + ")", "");
	}

	private String part(MysqlTable.Part part) {
		String name = Shortened.shown(Shortened.of(part.column()));
		if (part.prefix() == 0) {
			return name;
		}
		boolean bytes = this.pair.source().column(part.column()).filter(MysqlColumn::bytes).isPresent();
		return bytes ? "substr(" + name + ", 1, " + part.prefix() + ")" : "left(" + name + ", " + part.prefix() + ")";
	}

	private String reference(MysqlTable.ForeignKey reference) {
		Pair other = this.others.get(reference.table());
		String to = (other != null) ? other.name() : reference.table();
		return Sums.line("thing", "Foreign key",
				this.pair.name() + " (" + names(reference.columns()) + ") to " + to + " (" + names(reference.referred())
						+ ")",
				"on update " + action(reference.onUpdate()) + ", on delete " + action(reference.onDelete()));
	}

	private static String action(String rule) {
		return Set.of("CASCADE", "SET NULL", "SET DEFAULT").contains(rule) ? rule.toLowerCase(Locale.ROOT)
				: "no action";
	}

	private static String names(List<String> columns) {
		return columns.stream()
			.map((column) -> Shortened.shown(Shortened.of(column)))
			.collect(Collectors.joining(", "));
	}

	private long checks(MysqlTable table) {
		return table.checks().values().stream().filter((clause) -> Checks.of(table, clause).isPresent()).count()
				+ this.pair.columns()
					.stream()
					.filter((column) -> !column.type().equals("boolean") && Checks.of(column.source()).isPresent())
					.count();
	}

}
