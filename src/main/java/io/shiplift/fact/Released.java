package io.shiplift.fact;

/**
 * The cutover is over; traffic is served by AWS.
 */
public record Released(String address, long downtimeSeconds) implements Fact {

}
