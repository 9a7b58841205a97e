package io.shiplift.migration.web;

import io.shiplift.migration.Migration;
import io.shiplift.migration.Run;
import org.jspecify.annotations.Nullable;

/**
 * Where a migration or a run stands, as a status name for the badge and in words.
 */
record Standing(String status, String words) {

	/** A migration stands where its newest run does. */
	static Standing of(Migration migration, @Nullable Run run) {
		if (run != null) {
			return new Standing(of(run).status(), run.kind().title() + ": " + of(run).words());
		}
		return (migration.planNumber() > 0) ? new Standing("PLANNED", "Planned") : new Standing("DRAFT", "Draft");
	}

	static Standing of(Run run) {
		return switch (run.status()) {
			case REQUESTED -> new Standing("AWAITING_APPROVAL", "waits for approval");
			case APPROVED -> new Standing("APPROVED", "approved, waits to be started");
			case RUNNING -> new Standing("RUNNING", "running");
			case WAITING -> new Standing("NEEDS_PERSON", "needs you");
			case CANCELLING -> new Standing("RUNNING", "being cancelled");
			case DONE -> new Standing("DONE", "done");
			case REJECTED -> new Standing("REJECTED", "rejected");
			case CANCELLED -> new Standing("CANCELLED", "cancelled");
		};
	}

}
