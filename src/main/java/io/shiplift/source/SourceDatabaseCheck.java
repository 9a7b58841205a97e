package io.shiplift.source;

import java.util.List;

import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.DatabaseInspector;

import org.springframework.stereotype.Component;

/**
 * Looks at a database that somebody typed the address of, early enough to correct it.
 */
@Component
public class SourceDatabaseCheck {

	private final DatabaseInspector inspector;

	SourceDatabaseCheck(DatabaseInspector inspector) {
		this.inspector = inspector;
	}

	/**
	 * What stands in the way of moving it, in sentences; takes seconds if nobody answers.
	 */
	public List<String> problems(String host, int port, String database, String user, String password) {
		return this.inspector.inspect(new DatabaseAddress(host, port, database, user, password)).problems();
	}

}
