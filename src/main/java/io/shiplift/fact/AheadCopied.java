package io.shiplift.fact;

import java.util.List;

/**
 * A copy that was made while the app runs and is to be finished: where it is, bytes and
 * tables of the source, and what its triggers cost there. Tables without a key are copied
 * whole at the finish.
 */
public record AheadCopied(String job, Destination destination, long bytes, int tables, int triggers,
		long longestLockMillis, double bareWriteMicros, double loggedWriteMicros, int rounds, long changesWaiting,
		List<String> whole) implements Fact {

}
