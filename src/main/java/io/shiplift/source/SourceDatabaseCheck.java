package io.shiplift.source;

import java.util.List;

import io.shiplift.credentials.Connection;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.DatabaseFacts;
import io.shiplift.data.DatabaseInspector;
import io.shiplift.data.InvalidAddress;
import io.shiplift.heroku.Herokus;
import io.shiplift.outside.OutsideProblem;

import org.springframework.stereotype.Component;

/**
 * Looks at a database that somebody typed the address of, early enough to correct it.
 */
@Component
public class SourceDatabaseCheck {

	private final DatabaseInspector inspector;

	private final Herokus herokus;

	SourceDatabaseCheck(DatabaseInspector inspector, Herokus herokus) {
		this.inspector = inspector;
		this.herokus = herokus;
	}

	/** Looks at an app's own database, at the address it has just now. */
	public DatabaseFacts look(Connection connection, String app) {
		try {
			return this.inspector.inspect(DatabaseAddress.parse(this.herokus.open(connection).databaseUrl(app)));
		}
		catch (OutsideProblem | InvalidAddress ex) {
			return DatabaseFacts.unreachable(String.valueOf(ex.getMessage()));
		}
	}

	/** Looks at a database that somebody typed the address of. */
	public DatabaseFacts look(DatabaseAddress address) {
		return this.inspector.inspect(address);
	}

	/**
	 * What stands in the way of moving it, in sentences; takes seconds if nobody answers.
	 */
	public List<String> problems(DatabaseAddress address) {
		return look(address).problems();
	}

}
