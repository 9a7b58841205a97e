package io.shiplift.mover;

/**
 * Copies a database into an empty one while its application goes on writing, and keeps a
 * log of what changed, by triggers that the source's owner makes. {@code changer} is a
 * user of the target that may leave out triggers and foreign keys, as RDS's master may. A
 * log that grows past {@code logBound} bytes ends the job, and nothing of it is left in
 * the source.
 */
public record AheadJob(Side source, Side target, Side changer, Tools tools, int workers, Hash hash, Mark mark,
		long logBound) implements Job {

}
