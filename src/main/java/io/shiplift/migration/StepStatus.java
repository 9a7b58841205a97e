package io.shiplift.migration;

/**
 * Where a step run stands.
 */
public enum StepStatus {

	/** Waits for other steps. */
	PLANNED("Waiting"),

	/** May start; a runner will pick it. */
	READY("Starting"),

	/** At work, or waiting for the outside to finish. */
	RUNNING("Running"),

	/** Failed in passing; will be tried again by itself. */
	RETRYING("Retrying"),

	/** A person must do something; the step keeps looking whether they did. */
	NEEDS_PERSON("Needs you"),

	/** Failed; a person decides what happens next. */
	FAILED("Failed"),

	/** Stands, and its fact is known. */
	DONE("Done"),

	/** Left out by a person, with a reason. */
	SKIPPED("Skipped"),

	/** Ended with its run before it was done. */
	CANCELLED("Cancelled");

	private final String title;

	StepStatus(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

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
