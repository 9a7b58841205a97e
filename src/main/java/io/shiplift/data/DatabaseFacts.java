package io.shiplift.data;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.shiplift.mover.BackupContents;
import io.shiplift.mover.Names;
import org.jspecify.annotations.Nullable;

/**
 * What was found when a database was looked at. Problems keep it from being moved,
 * remarks are worth knowing; neither holds a secret.
 */
public record DatabaseFacts(boolean reachable, String version, int major, String encoding, Sorting sorting,
		String searchPath, long bytes, List<Table> tables, List<Extension> extensions, List<String> problems,
		List<String> remarks, DatabaseLimits limits, DatabaseEngine engine) {

	private static final Set<String> RESERVED = Set.of("public", "pg_catalog");

	/** Nothing is known but why. */
	public static DatabaseFacts unreachable(String problem) {
		return new DatabaseFacts(false, "", 0, "", new Sorting("", "", null), "", 0, List.of(), List.of(),
				List.of(problem), List.of(), DatabaseLimits.NONE, DatabaseEngine.POSTGRES);
	}

	/**
	 * What a backup file tells of its database, as far as a fresh one must be like it.
	 */
	public static DatabaseFacts of(BackupContents contents) {
		String locale = contents.collate().isEmpty() ? "en_US.UTF-8" : contents.collate();
		List<Extension> extensions = contents.extensions()
			.stream()
			.map((extension) -> new Extension(extension.name(), extension.schema(), ""))
			.toList();
		return new DatabaseFacts(true, contents.version(), contents.major(), "UTF8",
				new Sorting(locale, contents.ctype().isEmpty() ? locale : contents.ctype(), null),
				contents.searchPath().isEmpty() ? searchPath(extensions) : contents.searchPath(), contents.bytes(),
				List.of(), extensions, BackupRisks.of(contents), List.of(), DatabaseLimits.NONE,
				DatabaseEngine.POSTGRES);
	}

	public boolean movable() {
		return this.problems.isEmpty();
	}

	/** Whether it is one of MySQL or MariaDB, which is converted. */
	public boolean foreign() {
		return this.engine == DatabaseEngine.MYSQL;
	}

	/** The server and its version, for people. */
	public String server() {
		return foreign() ? this.version : "PostgreSQL " + this.version.split(" ")[0];
	}

	/** Streams that a copy takes; only PostgreSQL shows several one moment. */
	public int streams() {
		return foreign() ? 1 : this.limits.streams();
	}

	/** An estimate from the server's statistics. */
	public long rows() {
		return this.tables.stream().mapToLong(Table::rows).sum();
	}

	/** What finds the tables and every extension. */
	private static String searchPath(List<Extension> extensions) {
		return Stream
			.concat(Stream.of("\"$user\"", "public"),
					extensions.stream()
						.map(Extension::schema)
						.filter((schema) -> !RESERVED.contains(schema))
						.map(Names::quoted))
			.distinct()
			.collect(Collectors.joining(", "));
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
