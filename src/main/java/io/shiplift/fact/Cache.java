package io.shiplift.fact;

/**
 * The cache and Celery broker.
 */
public record Cache(String host, int port, String urlSecret) implements Fact {

}
