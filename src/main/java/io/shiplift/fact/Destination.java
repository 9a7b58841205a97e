package io.shiplift.fact;

/**
 * The freshly created database that one run copies into.
 */
public record Destination(String host, int port, String database, String owner, String secret,
		boolean scratch) implements Fact {

}
