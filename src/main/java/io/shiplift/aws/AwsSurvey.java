package io.shiplift.aws;

import java.util.List;

import io.shiplift.credentials.Connection;

/**
 * Looks at an account before anything is made in it: permissions, limits, names that are
 * taken, and what the region offers. Nothing is changed by that, and nothing is guessed.
 */
public interface AwsSurvey {

	boolean serves(Connection connection);

	/**
	 * What was found, each topic for itself.
	 * @throws io.shiplift.outside.OutsideProblem if we do not get into the account
	 */
	List<AwsFinding> look(Connection connection, AwsNeeds needs);

}
