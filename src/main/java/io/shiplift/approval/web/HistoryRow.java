package io.shiplift.approval.web;

import io.shiplift.migration.Run;
import org.jspecify.annotations.Nullable;

/**
 * A run in the history, with the names of those who released it.
 */
record HistoryRow(Run run, String migration, String requester, @Nullable String decider) {

	/** The class of the badge. */
	public String badge() {
		return switch (this.run.status()) {
			case WAITING -> "NEEDS_PERSON";
			case CANCELLING -> "RUNNING";
			default -> this.run.status().name();
		};
	}

}
