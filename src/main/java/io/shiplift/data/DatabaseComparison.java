package io.shiplift.data;

import java.util.List;
import java.util.Optional;

import io.shiplift.mover.Comparison;
import io.shiplift.mover.ConvertCheckJob;
import io.shiplift.mover.Depth;
import io.shiplift.mover.Hash;
import io.shiplift.mover.Invariant;
import io.shiplift.mover.Mark;
import io.shiplift.mover.Shape;
import io.shiplift.mover.VerifyJob;
import io.shiplift.outside.OutsideProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Proves that a target equals its source, table by table and value by value, as a job of
 * the mover. Schema {@code _heroku}, which stays behind, does not count.
 */
@Component
public class DatabaseComparison {

	private static final int WORKERS = 2;

	private final MoverJobs jobs;

	DatabaseComparison(MoverJobs jobs) {
		this.jobs = jobs;
	}

	/**
	 * Starts to compare two databases as they are now and returns at once; nobody should
	 * write to the source. With a token that was used before nothing happens.
	 */
	public void start(String token, DatabaseAddress source, DatabaseAddress target, Scope scope) {
		if (!this.jobs.known(token)) {
			start(token, source, target, scope, null);
		}
	}

	/**
	 * The same with what the source was at the moment of a finished copy, so that writes
	 * since then do not count.
	 */
	public void startForCopy(String token, String copy, DatabaseAddress source, DatabaseAddress target, Scope scope) {
		if (this.jobs.state(copy).filter((state) -> state.status() == MoveState.Status.DONE).isEmpty()) {
			throw new OutsideProblem(OutsideProblem.Kind.REFUSED,
					"There is no finished copy to compare with. Copy the database first.");
		}
		if (!this.jobs.known(token)) {
			start(token, source, target, scope, this.jobs.path(copy, "fingerprint").toString());
		}
	}

	/** Empty if there never was a comparison with that token. */
	public Optional<MoveState> state(String token) {
		return this.jobs.state(token);
	}

	/** What came of a finished comparison. */
	public Comparison result(String token) {
		return this.jobs.result(token, Comparison.class);
	}

	/** Ends a comparison for good. */
	public void stop(String token) {
		this.jobs.stop(token);
	}

	private void start(String token, DatabaseAddress source, DatabaseAddress target, Scope scope,
			@Nullable String fingerprint) {
		if (source.foreign()) {
			this.jobs.start(token, new ConvertCheckJob(source.side(), target.side(), scope.shape(), WORKERS,
					scope.depth(), scope.invariants(), fingerprint));
			return;
		}
		Hash hash = scope.hash(DataMove.major(source), DataMove.major(target));
		this.jobs.start(token, new VerifyJob(source.side(), target.side(), WORKERS, hash, scope.depth(),
				scope.invariants(), fingerprint, scope.ahead()));
	}

	/**
	 * How closely to look, a team's own questions, and who decided about the tables of a
	 * database that was converted. With the mark of a copy that was made {@code ahead},
	 * what was proved then is not read again.
	 */
	public record Scope(Depth depth, List<Invariant> invariants, @Nullable Mark ahead, Shape shape) {

		/** What is always done. */
		public static final Scope FAST = new Scope(Depth.FAST, List.of());

		/** The first version that hashes a whole row. */
		private static final int HASHES_ROWS = 14;

		/**
		 * Of a database that is PostgreSQL on both sides, or was converted by the mover.
		 */
		public Scope(Depth depth, List<Invariant> invariants, @Nullable Mark ahead) {
			this(depth, invariants, ahead, Shape.CONVERTED);
		}

		/** All rows are read. */
		public Scope(Depth depth, List<Invariant> invariants) {
			this(depth, invariants, null);
		}

		/** Between servers of these versions. */
		Hash hash(int major, int otherMajor) {
			return (this.depth == Depth.FAST && major == otherMajor && major >= HASHES_ROWS) ? Hash.VALUES : Hash.TEXT;
		}

	}

}
