package io.shiplift.fact;

/**
 * The AWS account and region that were looked at, and the database client tools found.
 */
public record Account(String accountId, String region, String principal, String databaseTools) implements Fact {

}
