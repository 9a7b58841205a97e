package io.shiplift.fact;

/**
 * The application on AWS with the roles its machines run under, before it has any
 * environment.
 */
public record Application(String name, String serviceRole, String instanceProfile) implements Fact {

}
