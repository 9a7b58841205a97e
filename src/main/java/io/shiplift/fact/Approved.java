package io.shiplift.fact;

/**
 * The decision that released a cutover.
 */
public record Approved(String requestedBy, String decidedBy, String reason, String planHash) implements Fact {

}
