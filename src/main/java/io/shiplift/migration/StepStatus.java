package io.shiplift.migration;

/**
 * Where a step run stands.
 */
public enum StepStatus {

	/** Waits for other steps. */
	PLANNED,

	/** May start; a runner will pick it. */
	READY,

	/** At work, or waiting for the outside to finish. */
	RUNNING,

	/** Failed in passing; will be tried again by itself. */
	RETRYING,

	/** A person must do something; the step keeps looking whether they did. */
	NEEDS_PERSON,

	/** Failed; a person decides what happens next. */
	FAILED,

	/** Stands, and its fact is known. */
	DONE,

	/** Left out by a person, with a reason. */
	SKIPPED,

	/** Ended with its run before it was done. */
	CANCELLED;

	public boolean isOver() {
		return this == DONE || this == SKIPPED || this == CANCELLED;
	}

	/** Others that wait for it may go on. */
	public boolean letsOthersGo() {
		return this == DONE || this == SKIPPED;
	}

	/** A runner may pick it. */
	public boolean isActive() {
		return this == READY || this == RUNNING || this == RETRYING || this == NEEDS_PERSON;
	}

	public boolean waitsForPerson() {
		return this == NEEDS_PERSON || this == FAILED;
	}

}
