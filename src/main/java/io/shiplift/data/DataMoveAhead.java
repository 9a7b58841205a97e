package io.shiplift.data;

import java.util.Optional;

import io.shiplift.mover.AheadJob;
import io.shiplift.mover.CopiedAhead;
import io.shiplift.mover.CopyJob;
import io.shiplift.mover.Depth;
import io.shiplift.mover.FinishJob;
import io.shiplift.mover.Finished;
import io.shiplift.mover.FollowJob;
import io.shiplift.mover.Mark;
import io.shiplift.mover.ReleaseJob;
import io.shiplift.mover.Released;
import io.shiplift.mover.Side;

import org.springframework.stereotype.Component;

/**
 * Copies a database while its application runs, so that only the last changes are left
 * for the window. Each of the three calls starts a job of the mover and returns at once;
 * with a token that was used before nothing happens and the answer is false.
 */
@Component
public class DataMoveAhead {

	private static final long LEAST_LOG = 64L << 20;

	/** The part of the source's size that the log may take. */
	private static final long LOG_PART = 10;

	private final MoverJobs jobs;

	private final DataMove move;

	DataMoveAhead(MoverJobs jobs, DataMove move) {
		this.jobs = jobs;
		this.move = move;
	}

	/** Bytes that the log may take on the disk of a source of that size. */
	public static long logBound(long sourceBytes) {
		return Math.max(LEAST_LOG, sourceBytes / LOG_PART);
	}

	/**
	 * Makes triggers in the source, copies it, and catches up.
	 */
	public boolean start(String token, String migration, Sides sides, long logBound) {
		if (this.jobs.known(token)) {
			return false;
		}
		CopyJob copy = this.move.job(sides.source(), sides.target(), DatabaseComparison.Scope.FAST);
		return this.jobs.start(token, new AheadJob(copy.source(), copy.target(), sides.changing(), copy.tools(),
				copy.workers(), copy.hash(), new Mark(migration, token), logBound));
	}

	/**
	 * Takes over the last changes for the copy that was started with the token
	 * {@code ahead}. With a fingerprint it can be compared with the source of that
	 * moment.
	 */
	public boolean finish(String token, String migration, String ahead, Sides sides, boolean fingerprint) {
		return finish(token, new Mark(migration, ahead), sides, fingerprint, DatabaseComparison.Scope.FAST);
	}

	/** The same for a comparison that was asked for. */
	public boolean finish(String token, Mark ahead, Sides sides, boolean fingerprint, DatabaseComparison.Scope scope) {
		if (this.jobs.known(token)) {
			return false;
		}
		CopyJob copy = this.move.job(sides.source(), sides.target(), scope);
		return this.jobs.start(token, new FinishJob(copy.source(), copy.target(), sides.changing(), copy.hash(), ahead,
				fingerprint, (scope.ahead() != null) ? Depth.FAST : Depth.DEEP, scope.invariants()));
	}

	/**
	 * Goes on catching up for that copy until the finish, so that its log does not grow.
	 */
	public boolean follow(Mark ahead, Sides sides, long logBound) {
		String token = following(ahead.attempt());
		return !this.jobs.known(token) && this.jobs.start(token, following(ahead, sides, logBound));
	}

	/**
	 * Whether nothing keeps up any more, although nobody ended it and it did not give up.
	 */
	public boolean lost(String ahead) {
		String token = following(ahead);
		return !this.jobs.stopped(token)
				&& this.jobs.state(token).map((state) -> state.status() == MoveState.Status.DIED).orElse(true);
	}

	/** Goes on where that was lost, unless somebody ended it meanwhile. */
	public boolean followAgain(Mark ahead, Sides sides, long logBound) {
		FollowJob job = following(ahead, sides, logBound);
		synchronized (this.jobs) {
			if (!lost(ahead.attempt())) {
				return false;
			}
			this.jobs.forget(following(ahead.attempt()));
			return this.jobs.start(following(ahead.attempt()), job);
		}
	}

	/** Why keeping up ended by itself, or an empty text. */
	public String gaveUp(String ahead) {
		return this.jobs.state(following(ahead)).map((state) -> switch (state.status()) {
			case FAILED -> state.message();
			case DONE -> "Somebody removed the log of changes from the source, so changes may be missing.";
			case RUNNING, DIED -> "";
		}).orElse("");
	}

	/** Ends it for good, and answers why it had ended by itself, or an empty text. */
	public String unfollow(String ahead) {
		synchronized (this.jobs) {
			String problem = gaveUp(ahead);
			this.jobs.prevent(following(ahead));
			return problem;
		}
	}

	private FollowJob following(Mark ahead, Sides sides, long logBound) {
		CopyJob copy = this.move.job(sides.source(), sides.target(), DatabaseComparison.Scope.FAST);
		return new FollowJob(new AheadJob(copy.source(), copy.target(), sides.changing(), copy.tools(), copy.workers(),
				copy.hash(), ahead, logBound));
	}

	private static String following(String ahead) {
		return ahead + "-follow";
	}

	/** Removes triggers and log of a migration from its source and proves that. */
	public boolean release(String token, String migration, DatabaseAddress source) {
		return this.jobs.start(token, new ReleaseJob(source.side(), new Mark(migration, token)));
	}

	/** Empty if there never was a job with that token. */
	public Optional<MoveState> state(String token) {
		return this.jobs.state(token);
	}

	/** Ends a job for good. When this returns, no process of it is left. */
	public void stop(String token) {
		this.jobs.stop(token);
	}

	/** What came of a copy that was made ahead. */
	public CopiedAhead copied(String token) {
		return this.jobs.result(token, CopiedAhead.class);
	}

	/** What came of a finish. */
	public Finished finished(String token) {
		return this.jobs.result(token, Finished.class);
	}

	/** What was removed from the source. */
	public Released released(String token) {
		return this.jobs.result(token, Released.class);
	}

	/**
	 * The source, the fresh target as its owner, and a user of the target's server that
	 * may leave out triggers, as RDS's master may.
	 */
	public record Sides(DatabaseAddress source, DatabaseAddress target, DatabaseAddress changer) {

		private Side changing() {
			return this.changer.withDatabase(this.target.database()).side();
		}

	}

}
