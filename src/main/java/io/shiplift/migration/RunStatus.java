package io.shiplift.migration;

/**
 * Where a run stands.
 */
public enum RunStatus {

	/** Asked for; waits for somebody's approval. */
	REQUESTED("Waiting for approval"),

	/** Approved; waits to be started. */
	APPROVED("Approved"),

	/** At work. */
	RUNNING("Running"),

	/** Nothing moves until a person acts. */
	WAITING("Waiting for a person"),

	/** Ends as soon as the steps at work have answered. */
	CANCELLING("Cancelling"),

	/** Every step is done or was skipped. */
	DONE("Done"),

	/** Approval was refused or ran out. */
	REJECTED("Rejected"),

	/** Ended by a person before it was done. */
	CANCELLED("Cancelled");

	private final String title;

	RunStatus(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

	public boolean isOver() {
		return this == DONE || this == REJECTED || this == CANCELLED;
	}

	/** Steps may be advanced. */
	public boolean isActive() {
		return this == RUNNING || this == WAITING;
	}

}
