package io.shiplift.step;

/**
 * What a run is for.
 */
public enum RunKind {

	/** Builds the AWS side while Heroku keeps serving. */
	PREPARE("Preparation"),

	/**
	 * Copies and checks everything once, touching neither traffic, maintenance mode nor
	 * DNS.
	 */
	REHEARSAL("Rehearsal"),

	/** Moves the data and the traffic. */
	CUTOVER("Cutover"),

	/** Goes back to Heroku. */
	RETURN("Return"),

	/** Removes what the migration created on AWS. */
	TEARDOWN("Teardown");

	private final String title;

	RunKind(String title) {
		this.title = title;
	}

	/** What people read. */
	public String title() {
		return this.title;
	}

	/** Whether the run undoes what earlier runs did, in reverse order. */
	public boolean backward() {
		return this == RETURN || this == TEARDOWN;
	}

}
