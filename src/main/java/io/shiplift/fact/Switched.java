package io.shiplift.fact;

/**
 * One DNS record before and after the switch; the time to live is in seconds.
 */
public record Switched(String name, String oldType, String oldValue, long oldTtl, String newType, String newValue) {

}
