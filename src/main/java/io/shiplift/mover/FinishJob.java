package io.shiplift.mover;

/**
 * Brings a copy that was made ahead up to the moment, once and for all. It may be
 * repeated. With a {@code fingerprint} the source is also read for a later comparison, as
 * it was at that moment.
 */
public record FinishJob(Side source, Side target, Side changer, Hash hash, Mark mark,
		boolean fingerprint) implements Job {

}
