package io.shiplift.mover;

/**
 * How rows are told apart in a comparison.
 */
public enum Hash {

	/** By the hash of their values: quick, but only between servers of one version. */
	VALUES,

	/** By the hash of their text: between servers of different versions. */
	TEXT

}
