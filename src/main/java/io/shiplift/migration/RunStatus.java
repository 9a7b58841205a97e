package io.shiplift.migration;

/**
 * Where a run stands.
 */
public enum RunStatus {

	/** Asked for; waits for somebody's approval. */
	REQUESTED,

	/** Approved; waits to be started. */
	APPROVED,

	/** At work. */
	RUNNING,

	/** Nothing moves until a person acts. */
	WAITING,

	/** Ends as soon as the steps at work have answered. */
	CANCELLING,

	/** Every step is done or was skipped. */
	DONE,

	/** Approval was refused or ran out. */
	REJECTED,

	/** Ended by a person before it was done. */
	CANCELLED;

	public boolean isOver() {
		return this == DONE || this == REJECTED || this == CANCELLED;
	}

	/** Steps may be advanced. */
	public boolean isActive() {
		return this == RUNNING || this == WAITING;
	}

}
