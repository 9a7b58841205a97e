package io.shiplift.migration.web;

import java.util.Locale;

import io.shiplift.migration.Migration;
import io.shiplift.migration.Run;
import io.shiplift.migration.RunStatus;
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
		return new Standing(badge(run.status()), run.status().title().toLowerCase(Locale.ROOT));
	}

	private static String badge(RunStatus status) {
		return switch (status) {
			case REQUESTED -> "AWAITING_APPROVAL";
			case WAITING -> "NEEDS_PERSON";
			case CANCELLING -> "RUNNING";
			case APPROVED, RUNNING, DONE, REJECTED, CANCELLED -> status.name();
		};
	}

}
