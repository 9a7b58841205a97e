package io.shiplift.mover.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.work.Scripts;
import io.shiplift.mover.work.Sessions;

/**
 * A target whose tables the app's own migrations have made: what they put in is taken
 * out, and foreign keys are laid aside until the rows are there.
 */
final class Migrated {

	private final List<Reference> references = new ArrayList<>();

	/** Nothing that has values in the source may be without a place in the target. */
	static void refuseMissing(List<MysqlTable> tables, List<Pair> pairs, TargetTables target) {
		List<String> missing = new ArrayList<>();
		Set<String> paired = pairs.stream().map((pair) -> pair.source().name()).collect(Collectors.toSet());
		tables.stream()
			.map(MysqlTable::name)
			.filter((name) -> !paired.contains(name))
			.forEach((name) -> missing.add("table " + name));
		for (Pair pair : pairs) {
			Set<MysqlColumn> known = new HashSet<>();
			Set<String> filled = new HashSet<>();
			pair.columns().forEach((column) -> {
				known.add(column.source());
				filled.add(column.name());
			});
			pair.source()
				.columns()
				.stream()
				.filter((column) -> !known.contains(column) && !column.generated())
				.forEach((column) -> missing.add("column " + column.name() + " of table " + pair.source().name()));
			target.all()
				.stream()
				.filter((table) -> table.schema().equals(pair.schema()) && table.name().equals(pair.table()))
				.flatMap((table) -> table.columns().stream())
				.filter((column) -> column.required() && !column.preset() && !filled.contains(column.name()))
				.forEach((column) -> missing.add("a value for column " + column.name() + " of table " + pair.name()));
		}
		if (!missing.isEmpty()) {
			throw new MoverProblem("The schema that the app's migrations made does not match the source: there is no "
					+ missing.stream().limit(5).collect(Collectors.joining(", no "))
					+ ((missing.size() > 5) ? " and " + (missing.size() - 5) + " more" : "")
					+ ". Let the app that runs on the source be the one that makes the schema, or choose to convert it.");
		}
	}

	/** Empties the tables; their foreign keys are made again by {@link #finish}. */
	void prepare(Connection session, List<Pair> pairs) throws SQLException {
		try (Statement statement = session.createStatement();
				ResultSet row = statement.executeQuery(Scripts.read(Migrated.class, "references.sql"))) {
			while (row.next()) {
				this.references.add(new Reference(row.getString(1), row.getString(2), row.getString(3)));
			}
		}
		Sessions.run(session,
				this.references.stream()
					.map((reference) -> "alter table " + reference.table() + " drop constraint " + reference.name())
					.toList());
		if (!pairs.isEmpty()) {
			Sessions.run(session,
					List.of("truncate " + pairs.stream().map(Pair::quoted).collect(Collectors.joining(", "))));
		}
	}

	List<Blueprint.Late> finish() {
		return this.references.stream()
			.map((reference) -> new Blueprint.Late(reference.name(),
					"alter table " + reference.table() + " add constraint " + reference.name() + " "
							+ reference.definition(),
					1))
			.toList();
	}

	private record Reference(String table, String name, String definition) {

	}

}
