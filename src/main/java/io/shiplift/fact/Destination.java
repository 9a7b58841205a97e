package io.shiplift.fact;

/**
 * The freshly created database that one attempt copies into; {@code secret} refers to the
 * address that the application will use.
 */
public record Destination(String host, int port, String database, String owner, String secret, boolean scratch) {

}
