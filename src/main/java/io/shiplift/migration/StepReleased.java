package io.shiplift.migration;

/**
 * A step run may be advanced. Raised in the transaction that released it, so that the
 * wake-up is committed with it or not at all.
 */
public record StepReleased(long stepRunId, String wakeUp) {

}
