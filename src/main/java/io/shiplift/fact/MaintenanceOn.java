package io.shiplift.fact;

/**
 * The source answers with its maintenance page; {@code since} is an ISO instant.
 */
public record MaintenanceOn(boolean wasOn, String since) implements Fact {

}
