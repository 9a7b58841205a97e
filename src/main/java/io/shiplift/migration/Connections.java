package io.shiplift.migration;

import io.shiplift.credentials.Connection;

import org.springframework.stereotype.Component;

/**
 * The connection of a migration. Today every migration works in a practice world of its
 * own, named after it.
 */
@Component
public class Connections {

	public Connection of(String migrationId) {
		return new Connection.Practice(migrationId);
	}

}
