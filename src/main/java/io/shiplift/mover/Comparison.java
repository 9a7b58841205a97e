package io.shiplift.mover;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of comparing a target with its source. Sentences name tables and never
 * quote rows. Only {@code differences} count against the target; what is
 * {@code explained} stays behind on purpose. The {@code basis} says what the proof rests
 * on where not every row was read; reports of older versions have none.
 */
public record Comparison(Depth depth, Hash hash, Moment source, Moment target, List<Table> tables,
		List<Sequence> sequences, List<String> differences, List<Explained> explained, List<Answer> answers,
		List<String> remarks, long millis, List<String> basis) {

	@SuppressWarnings("ConstantValue")
	public Comparison {
		basis = List.copyOf(Objects.requireNonNullElse(basis, List.of()));
	}

	public boolean equal() {
		return this.differences.isEmpty();
	}

	/** Rows of the source that were compared. */
	public long rows() {
		return this.tables.stream().mapToLong(Table::sourceRows).sum();
	}

	/**
	 * When a side was looked at, in UTC, and the version of its server.
	 */
	public record Moment(String at, String version) {

		/** The server with its name, for people. */
		public String server() {
			return Character.isDigit(this.version.isEmpty() ? '0' : this.version.charAt(0))
					? "PostgreSQL " + this.version : this.version;
		}

	}

	/**
	 * A table with its exact rows on both sides; {@code equal} if their values are, too.
	 * If it was proved before, only its {@code touched} rows were read.
	 */
	public record Table(String name, long sourceRows, long targetRows, boolean equal, @Nullable Long touched) {

		/** A table of which every row was read. */
		public Table(String name, long sourceRows, long targetRows, boolean equal) {
			this(name, sourceRows, targetRows, equal, null);
		}

	}

	/**
	 * The last numbers that a sequence gave, and the highest in the target's column.
	 */
	public record Sequence(String name, String source, @Nullable String target, @Nullable String used, boolean enough) {

	}

	/**
	 * A difference that a rule expects, and why.
	 */
	public record Explained(String rule, String text, String reason) {

	}

	/**
	 * How a team's own question went; answers are kept as hashes.
	 */
	public record Answer(String name, long rows, boolean equal, String note) {

		private static final String LIVING = "the source lives on since the copy, so this does not count: ";

		/** The same where the source went on writing since the copy. */
		public Answer ofALivingSource() {
			return new Answer(this.name, this.rows, this.equal, LIVING + this.note);
		}

		/** Whether it does not count. */
		public boolean excused() {
			return this.note.startsWith(LIVING);
		}

	}

}
