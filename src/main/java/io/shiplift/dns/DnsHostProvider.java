package io.shiplift.dns;

import io.shiplift.credentials.Connection;

/**
 * Opens DnsHost for the connections it serves.
 */
public interface DnsHostProvider {

	boolean serves(Connection connection);

	DnsHost open(Connection connection);

}
