package io.shiplift.data;

import java.util.List;

/**
 * What may surprise in a database: indexes that are broken, how many sequences there are,
 * and how far the fullest one has come, in percent.
 */
public record DatabaseHealth(List<String> invalidIndexes, int sequences, int fullestSequence) {

	/** Nothing is known. */
	public static final DatabaseHealth UNKNOWN = new DatabaseHealth(List.of(), 0, 0);

}
