package io.shiplift.data;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was found when a database was looked at. Problems keep it from being moved,
 * remarks are worth knowing; neither holds a secret.
 */
public record DatabaseFacts(boolean reachable, String version, int major, String encoding, Sorting sorting,
		String searchPath, long bytes, List<Table> tables, List<Extension> extensions, List<String> problems,
		List<String> remarks) {

	static DatabaseFacts unreachable(String problem) {
		return new DatabaseFacts(false, "", 0, "", new Sorting("", "", null), "", 0, List.of(), List.of(),
				List.of(problem), List.of());
	}

	public boolean movable() {
		return this.problems.isEmpty();
	}

	/** An estimate from the server's statistics. */
	public long rows() {
		return this.tables.stream().mapToLong(Table::rows).sum();
	}

	/**
	 * The rules by which text is sorted and told apart.
	 */
	public record Sorting(String collate, String ctype, @Nullable String icuLocale) {

	}

	/**
	 * A table with estimated rows and its bytes, indexes included.
	 */
	public record Table(String schema, String name, long rows, long bytes) {

	}

	/**
	 * An extension and the schema it lives in.
	 */
	public record Extension(String name, String schema, String version) {

	}

}
