package io.shiplift.credentials;

/**
 * How far somebody may go with a connection. Whoever says nothing may only look.
 */
public enum Leave {

	/** Nothing but reading. */
	LOOK,

	/** Reading, and taking a backup that a person asked for. */
	BACKUP,

	/** Everything; only an approved cutover and its way back have it. */
	CHANGE

}
