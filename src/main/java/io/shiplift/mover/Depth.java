package io.shiplift.mover;

/**
 * How closely a target is compared with its source.
 */
public enum Depth {

	/** Catalogue, exact counts, sequences, and one hash for each table. */
	FAST,

	/** The same, and then by ranges of keys down to the rows that differ. */
	DEEP

}
