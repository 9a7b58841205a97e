package io.shiplift.mover.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.shiplift.mover.Shape;
import io.shiplift.mover.Side;

/**
 * Lists all that is otherwise in the target than in the source, whoever has made its
 * tables.
 */
final class Conversions {

	private static final String OWN = "The app's own migrations decide about it.";

	private final Shape shape;

	private final List<Conversion> found = new ArrayList<>();

	private Conversions(Shape shape) {
		this.shape = shape;
	}

	/** Those of tables that are there; what is {@code left} behind is in words. */
	static List<Conversion> of(Shape shape, List<Pair> pairs, List<String> left) {
		Conversions conversions = new Conversions(shape);
		pairs.forEach(conversions::add);
		left.forEach((what) -> conversions.found
			.add(Conversion.left(what, "Its language is not PostgreSQL's. Write it anew where the app needs it.")));
		return conversions.found;
	}

	/** Of a user who may not read the whole database. */
	static Conversion unseen(Side source) {
		return Conversion.left("What user " + source.user() + " may not see",
				"The server shows only tables that the user may read, and this one may not read the whole database.");
	}

	/** Dates that became null, by column. */
	static List<Conversion> zeroDates(Map<String, Long> counts) {
		return counts.entrySet()
			.stream()
			.map((entry) -> new Conversion(entry.getKey() + " in " + entry.getValue() + " rows",
					"a date with a zero in it", "null", "PostgreSQL has no year, month or day 0."))
			.toList();
	}

	private void add(Pair pair) {
		MysqlTable table = pair.source();
		if (!pair.table().equals(table.name())) {
			this.found
				.add(new Conversion("Table " + table.name(), "its name", pair.table(), reasonOfName(table.name())));
		}
		pair.columns().forEach((column) -> add(pair, column));
		if (this.shape == Shape.MIGRATED) {
			comments(pair);
		}
		for (MysqlTable.Index index : table.indexes()) {
			add(pair, index);
		}
		if (this.shape == Shape.CONVERTED) {
			made(pair);
		}
		if (!table.engine().equalsIgnoreCase("InnoDB")) {
			this.found.add(new Conversion("Table " + table.name(), "storage engine " + table.engine(), "a table",
					"PostgreSQL has one kind of table. Such an engine has no snapshots: nobody may write meanwhile."));
		}
	}

	/** Of tables that migrations made they are not touched. */
	private void comments(Pair pair) {
		if (!pair.source().comment().isEmpty()) {
			this.found.add(Conversion.left("Comment on " + pair.name(), OWN));
		}
		pair.columns()
			.stream()
			.filter((column) -> !column.source().comment().isEmpty())
			.forEach((column) -> this.found
				.add(Conversion.left("Comment on " + pair.name() + "." + Shortened.shown(column.name()), OWN)));
	}

	private void add(Pair pair, Pair.Column column) {
		MysqlColumn source = column.source();
		String what = pair.name() + "." + Shortened.shown(column.name());
		if (!column.name().equals(source.name())) {
			this.found
				.add(new Conversion(what, "its name " + source.name(), column.name(), reasonOfName(source.name())));
		}
		String reason = Types.reason(source, column.type());
		if (!reason.isEmpty()) {
			this.found.add(new Conversion(what, source.json() ? "JSON in " + source.type() : source.full(),
					column.type(), reason));
		}
		if (this.shape == Shape.CONVERTED) {
			made(what, column);
		}
	}

	/** What the mover could not make as it was. */
	private void made(String what, Pair.Column column) {
		MysqlColumn source = column.source();
		if (source.counts()) {
			this.found.add(new Conversion(what, "auto_increment", "identity",
					"The column owns a sequence that goes on after the last number."));
		}
		if (source.generated()) {
			this.found.add(new Conversion(what, "a computed column", "a plain one",
					"It keeps its values, but new rows do not compute them: their formula is not PostgreSQL's."));
		}
		if (Presets.has(source) && Presets.of(source, column.type()).isEmpty()) {
			this.found.add(Conversion.left("Default of " + what, "It cannot be said in PostgreSQL in the same way."));
		}
		if (source.extra().contains("on update")) {
			this.found.add(Conversion.left("Change of " + what + " at each update",
					"PostgreSQL does not set columns by itself. Let the app do it, or a trigger."));
		}
	}

	private void made(Pair pair) {
		pair.source().checks().forEach((name, clause) -> {
			if (Checks.of(pair.source(), clause).isEmpty()) {
				this.found.add(Conversion.left("Check " + name + " of " + pair.name(),
						"Its formula may not be" + " PostgreSQL's. Write it anew where the app needs it."));
			}
		});
		for (MysqlTable.ForeignKey reference : pair.source().foreignKeys()) {
			if (reference.table().isEmpty()) {
				this.found.add(Conversion.left("Foreign key " + reference.name() + " of " + pair.name(),
						"It leads to another database."));
			}
		}
	}

	private void add(Pair pair, MysqlTable.Index index) {
		String what = "Index " + index.name() + " of " + pair.name();
		if (!index.ordinary()) {
			this.found.add(Conversion.left(what, (this.shape == Shape.MIGRATED) ? OWN
					: "PostgreSQL has no index of kind " + index.kind() + ". Make one for the searches of the app."));
			return;
		}
		if (this.shape == Shape.CONVERTED && index.parts().stream().anyMatch((part) -> part.prefix() > 0)) {
			this.found.add(new Conversion(what, "an index on the beginning of a column", "one on left(column, length)",
					"It keeps its meaning; queries use it if they ask for the same beginning."));
		}
		boolean ignoresCase = index.unique() && index.parts()
			.stream()
			.anyMatch((part) -> pair.source().column(part.column()).filter(MysqlColumn::ignoresCase).isPresent());
		if (ignoresCase) {
			this.found.add(new Conversion(what, "unique whatever the case of letters", "unique to the letter",
					"PostgreSQL tells Ann and ann apart. Where the app relies on it, let it compare lower(column)."));
		}
	}

	private static String reasonOfName(String name) {
		return (Shortened.of(name).equals(name)) ? OWN : "PostgreSQL keeps names of 63 bytes.";
	}

}
