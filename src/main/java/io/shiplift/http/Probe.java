package io.shiplift.http;

import java.time.Duration;

import io.shiplift.credentials.Connection;

/**
 * Asks an address the way a visitor would, for health checks and smoke tests.
 */
public interface Probe {

	boolean serves(Connection connection);

	/**
	 * Fetches a path of a site without following redirects.
	 * @param hostHeader the host name to ask for, which may differ from the address asked
	 * @throws io.shiplift.outside.OutsideProblem if no answer came within the time-out
	 */
	Answer get(Connection connection, String address, String hostHeader, String path, Duration timeout);

	/**
	 * What came back: HTTP status, the start of the body and the time it took.
	 */
	record Answer(int status, String body, long millis) {

	}

}
