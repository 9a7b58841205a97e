package io.shiplift.fact;

/**
 * The database server on AWS; its master secret is only ever referred to.
 */
public record Database(String instanceId, String host, int port, String masterSecret) implements Fact {

}
