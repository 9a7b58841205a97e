package io.shiplift.step;

/**
 * What a run is for.
 */
public enum RunKind {

	/** Builds the AWS side while Heroku keeps serving. */
	PREPARE,

	/**
	 * Copies and checks everything once, touching neither traffic, maintenance mode nor
	 * DNS.
	 */
	REHEARSAL,

	/** Moves the data and the traffic. */
	CUTOVER,

	/** Goes back to Heroku. */
	RETURN,

	/** Removes what the migration created on AWS. */
	TEARDOWN;

	/** Whether the run undoes what earlier runs did, in reverse order. */
	public boolean backward() {
		return this == RETURN || this == TEARDOWN;
	}

}
