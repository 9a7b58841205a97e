package io.shiplift.fact;

/**
 * The running application environment on AWS.
 */
public record Environment(String name, String environmentId, String address) implements Fact {

}
