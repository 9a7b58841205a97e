package io.shiplift.mover.ahead;

import io.shiplift.mover.ReleaseJob;
import io.shiplift.mover.Released;
import io.shiplift.mover.work.Report;

/**
 * Removes what follows a source.
 */
public final class Release {

	private final ReleaseJob job;

	private final Report report;

	public Release(ReleaseJob job, Report report) {
		this.job = job;
		this.report = report;
	}

	public Released run() {
		this.report.begin("triggers", "Removing the triggers and the log from the source", 0);
		Released released = new Removal(this.job.source(), this.job.mark()).run();
		this.report.item(released.sentence(), null, 0, 0);
		return released;
	}

}
