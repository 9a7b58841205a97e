package io.shiplift.fact;

/**
 * The source answers with its maintenance page.
 */
public record MaintenanceOn(boolean wasOn) implements Fact {

}
