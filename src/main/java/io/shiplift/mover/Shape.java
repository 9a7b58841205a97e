package io.shiplift.mover;

/**
 * Who decides what the tables look like that a foreign database is copied into.
 */
public enum Shape {

	/** The mover makes tables that are as like the source's as can be. */
	CONVERTED,

	/** The application's own migrations have made them beforehand. */
	MIGRATED

}
