package io.shiplift.fact;

/**
 * The application answered on its AWS address, before any traffic was moved.
 */
public record AddressAnswered(String url, int status, long millis) implements Fact {

}
