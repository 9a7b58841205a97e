package io.shiplift.practice.aws;

import io.shiplift.aws.Aws;
import io.shiplift.aws.AwsProvider;
import io.shiplift.credentials.Connection;
import io.shiplift.practice.ConditionalOnPractice;

import org.springframework.stereotype.Component;

/**
 * Opens the AWS account of a practice world.
 */
@Component
@ConditionalOnPractice
class PracticeAwsProvider implements AwsProvider {

	private final Ground ground;

	PracticeAwsProvider(Ground ground) {
		this.ground = ground;
	}

	@Override
	public boolean serves(Connection connection) {
		return connection instanceof Connection.Practice;
	}

	@Override
	public Aws open(Connection connection, String region) {
		return new PracticeAws(this.ground, new Place(((Connection.Practice) connection).world(), region));
	}

}
