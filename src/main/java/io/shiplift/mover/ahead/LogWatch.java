package io.shiplift.mover.ahead;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import io.shiplift.mover.AheadJob;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.work.Report;

/**
 * Watches how much room the log takes on the source's disk. When it is too much the log
 * is removed and the mover ended, whatever it is doing.
 */
final class LogWatch implements AutoCloseable {

	private static final long LOOK_MILLIS = 500;

	private final AheadJob job;

	private final Report report;

	private final CountDownLatch closed = new CountDownLatch(1);

	private final AtomicBoolean full = new AtomicBoolean();

	private volatile long most;

	private LogWatch(AheadJob job, Report report) {
		this.job = job;
		this.report = report;
	}

	static LogWatch begin(AheadJob job, Report report) {
		LogWatch watch = new LogWatch(job, report);
		Thread.ofPlatform().daemon().name("log watch").start(watch::look);
		return watch;
	}

	/** The most bytes that were seen. */
	long most() {
		return this.most;
	}

	/** Waits for the end of this program if the log is being removed already. */
	void leave() {
		if (this.full.get()) {
			LockSupport.park();
		}
	}

	@Override
	public void close() {
		this.closed.countDown();
	}

	private void look() {
		try (Link source = Link.watching(this.job.source())) {
			while (!this.closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
				this.most = Math.max(this.most, Rounds.logBytes(source));
				if (this.most > this.job.logBound()) {
					end();
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (MoverProblem ex) {
			this.report.warning("The size of the log is not watched any more. " + ex.getMessage());
		}
	}

	private void end() {
		this.full.set(true);
		ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
		String left;
		try {
			left = new Removal(this.job.source(), this.job.mark()).run().sentence();
		}
		catch (MoverProblem ex) {
			left = "It could not be removed: " + ex.getMessage();
		}
		this.report
			.failed("The log of changes grew to " + Report.amount(this.most) + " on the source's disk, more than the "
					+ Report.amount(this.job.logBound()) + " it may take, before the copy had caught up. " + left
					+ " Copy when less is written, or copy in the window.");
		Runtime.getRuntime().halt(1);
	}

}
