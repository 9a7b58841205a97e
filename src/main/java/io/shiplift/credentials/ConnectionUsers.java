package io.shiplift.credentials;

import java.util.List;

/**
 * Knows what works with a connection, so that it is not removed under it.
 */
public interface ConnectionUsers {

	/** Names of the migrations of an AWS connection; empty if it is not used. */
	List<String> ofAws(String connectionId);

}
