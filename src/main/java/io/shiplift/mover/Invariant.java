package io.shiplift.mover;

/**
 * A team's own question to its data. Its answers on both sides must be the same.
 */
public record Invariant(String name, String query) {

}
