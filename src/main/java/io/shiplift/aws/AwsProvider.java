package io.shiplift.aws;

import io.shiplift.credentials.Connection;

/**
 * Opens Aws for the connections it serves.
 */
public interface AwsProvider {

	boolean serves(Connection connection);

	Aws open(Connection connection, String region);

}
