package io.shiplift.fact;

/**
 * The proof that the copy equals its source.
 */
public record DataVerified(String database, int tables, long rows, int sequences, long millis) implements Fact {

}
