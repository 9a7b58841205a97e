package io.shiplift.mover.ahead;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.shiplift.mover.AheadJob;
import io.shiplift.mover.KeptUp;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.work.Report;

/**
 * Goes on taking over what changes while people are waited for. If the source changes its
 * shape or the log grows too large, nothing is left in the source.
 */
public final class Follow {

	private static final long PAUSE_SECONDS = 10;

	private final AheadJob job;

	private final Report report;

	private long changes;

	public Follow(AheadJob job, Report report) {
		this.job = job;
		this.report = report;
	}

	/** Answers how many changes were taken over. */
	public KeptUp run() {
		this.report.begin("rounds", "Keeping up with the source until the copy is finished", 0);
		while (follow()) {
			pause();
		}
		return new KeptUp(this.changes);
	}

	/** Until the log or the connection is gone; answers whether to try again. */
	private boolean follow() {
		try (Link source = Link.source(this.job.source()); LogWatch watch = LogWatch.begin(this.job, this.report)) {
			try {
				keepUp(source);
				return false;
			}
			catch (MoverProblem ex) {
				watch.leave();
				throw ex;
			}
		}
		catch (MoverProblem ex) {
			if (ex.getCause() instanceof SQLException) {
				this.report.warning("Keeping up was interrupted and is tried again. " + ex.getMessage());
				return true;
			}
			throw new MoverProblem(
					ex.getMessage() + " " + new Removal(this.job.source(), this.job.mark()).run().sentence(), ex);
		}
	}

	private void keepUp(Link source) {
		while (Limits.noted(source, this.job.mark())) {
			Rounds rounds = new Rounds(this.job, source, FollowedTables.read(source), this.report);
			rounds.run();
			this.changes += rounds.changes();
			pause();
		}
	}

	private static void pause() {
		LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(PAUSE_SECONDS));
	}

}
