package io.shiplift.fact;

/**
 * The application's own migrations ran against the copy.
 */
public record SchemaMigrated(String database, String command, long millis) implements Fact {

}
