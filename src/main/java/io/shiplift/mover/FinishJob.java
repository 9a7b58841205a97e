package io.shiplift.mover;

import java.util.List;

/**
 * Brings a copy that was made ahead up to the moment, once and for all. It may be
 * repeated. With a {@code fingerprint} the source is also read for a later comparison, as
 * it was at that moment: all of it if the {@code depth} is deep, otherwise what was not
 * proved before; and the team's own questions are asked.
 */
public record FinishJob(Side source, Side target, Side changer, Hash hash, Mark mark, boolean fingerprint, Depth depth,
		List<Invariant> invariants) implements Job {

}
