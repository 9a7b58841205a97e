package io.shiplift.mover;

import java.util.List;

/**
 * Copies a database into an empty one, {@code workers} tables at a time. With a
 * {@code fingerprint} the source is also read for a later comparison, as it was at the
 * moment of the copy, and answers the team's own questions as of then.
 */
public record CopyJob(Side source, Side target, Tools tools, int workers, boolean fingerprint, Hash hash,
		List<Invariant> invariants) implements Job {

}
