package io.shiplift.mover;

/**
 * How many changes were taken over while a copy that was made ahead had to wait.
 */
public record KeptUp(long changes) {

}
