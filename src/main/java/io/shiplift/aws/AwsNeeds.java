package io.shiplift.aws;

/**
 * What a plan needs of an AWS account.
 *
 * @param region where
 * @param slug what all names begin with, such as {@code shiplift-k3f9abcd}
 * @param migrationId what our tags carry
 * @param instanceType of the web machines
 * @param databaseClass of the database server
 * @param language of the Beanstalk platform, such as {@code Python}
 */
public record AwsNeeds(String region, String slug, String migrationId, String instanceType, String databaseClass,
		String language) {

}
