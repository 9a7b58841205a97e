package io.shiplift.mover;

import java.util.List;

/**
 * A copy made ahead: its bytes and tables, what the triggers cost, the rounds that caught
 * up with the changes, and those that waited at the end. Tables without a primary key are
 * named, as they are copied whole at the finish; {@code proved} tables were compared row
 * by row with the source of the copy's moment.
 */
public record CopiedAhead(long bytes, int tables, Overhead overhead, int rounds, long changes, long waiting,
		long mostLogBytes, List<String> whole, int proved) {

	/**
	 * What the log asks of the source: time to set it up and the longest lock meanwhile
	 * in milliseconds, and of one write in microseconds without and with a trigger.
	 */
	public record Overhead(int triggers, long setUpMillis, long longestLockMillis, double bareMicros,
			double loggedMicros) {

	}

}
