package io.shiplift.fact;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A Heroku Postgres as Heroku describes it and as it was measured by query. Followers are
 * its copies; {@code maintenance} is when Heroku plans to work on it, if it does.
 */
public record SourceDatabaseSeen(String addOn, String configVar, String plan, boolean main, List<String> followers,
		@Nullable Instant maintenance, Figures figures) {

	@SuppressWarnings("ConstantValue")
	public SourceDatabaseSeen {
		followers = List.copyOf(Objects.requireNonNullElse(followers, List.of()));
	}

	/**
	 * What queries told. Sizes in bytes, rows estimated; {@code tables} has the largest
	 * ones, largest first, {@code keyless} those that rows cannot be told apart in. If it
	 * was not reachable, {@code problems} say why.
	 */
	public record Figures(boolean reachable, String version, int major, String encoding, String collation, long bytes,
			long rows, int tableCount, List<Table> tables, List<String> keyless, List<Extension> extensions,
			Health health, List<String> problems, List<String> remarks) {

		/** Nobody could look. */
		public static Figures unreachable(List<String> problems) {
			return new Figures(false, "", 0, "", "", 0, 0, 0, List.of(), List.of(), List.of(), Health.NONE, problems,
					List.of());
		}

	}

	/** A table with all that belongs to it. */
	public record Table(String name, long rows, long bytes) {

	}

	/** An extension and the schema it lies in. */
	public record Extension(String name, String schema, String version) {

	}

	/**
	 * What may surprise while it is moved: indexes that are broken, sequences and how far
	 * the fullest one has come in percent, large objects, schemas, and connections.
	 */
	public record Health(List<String> invalidIndexes, int sequences, int fullestSequence, long largeObjects,
			int schemas, int connections, int used) {

		/** Nothing is known. */
		public static final Health NONE = new Health(List.of(), 0, 0, 0, 0, 0, 0);

	}

}
