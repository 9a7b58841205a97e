package io.shiplift.heroku;

import io.shiplift.credentials.Connection;

/**
 * Opens Heroku for the connections it serves.
 */
public interface HerokuProvider {

	boolean serves(Connection connection);

	Heroku open(Connection connection);

}
