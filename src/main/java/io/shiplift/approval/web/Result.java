package io.shiplift.approval.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import io.shiplift.migration.RunStatus;

/**
 * Results that the history can be narrowed to.
 */
enum Result {

	/** All. */
	ALL("Any result", EnumSet.allOf(RunStatus.class)),

	/** Not over. */
	OPEN("Still open", EnumSet.complementOf(EnumSet.of(RunStatus.DONE, RunStatus.CANCELLED, RunStatus.REJECTED))),

	/** Passed. */
	DONE("Done", EnumSet.of(RunStatus.DONE)),

	/** Ended by a person. */
	CANCELLED("Cancelled", EnumSet.of(RunStatus.CANCELLED)),

	/** Never started. */
	REJECTED("Rejected", EnumSet.of(RunStatus.REJECTED));

	private final String title;

	private final Set<RunStatus> statuses;

	Result(String title, Set<RunStatus> statuses) {
		this.title = title;
		this.statuses = statuses;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

	Set<RunStatus> statuses() {
		return this.statuses;
	}

	static Result of(String name) {
		return Arrays.stream(values())
			.filter((candidate) -> candidate.name().equalsIgnoreCase(name))
			.findFirst()
			.orElse(ALL);
	}

}
