package io.shiplift.migration.web;

import io.shiplift.migration.Run;
import io.shiplift.migration.RunStatus;
import io.shiplift.step.RunKind;
import org.jspecify.annotations.Nullable;

/**
 * A kind of run with its newest run, and why it cannot be started now.
 */
record Stage(RunKind kind, @Nullable Run run, @Nullable Standing words, String obstacle) {

	/** Whether the newest run of this kind goes on. */
	public boolean open() {
		return this.run != null && !this.run.status().isOver();
	}

	public boolean done() {
		return this.run != null && this.run.status() == RunStatus.DONE;
	}

	public boolean canStart() {
		return this.obstacle.isEmpty();
	}

}
