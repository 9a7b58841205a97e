package io.shiplift.mover;

/**
 * Removes the triggers and the log of a migration from its source and proves that nothing
 * is left. It may be repeated.
 */
public record ReleaseJob(Side source, Mark mark) implements Job {

}
