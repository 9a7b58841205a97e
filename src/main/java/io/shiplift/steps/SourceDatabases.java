package io.shiplift.steps;

import io.shiplift.credentials.Connection;
import io.shiplift.credentials.SecretStore;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.heroku.Herokus;
import io.shiplift.plan.Plan;

import org.springframework.stereotype.Component;

/**
 * Finds the address of the source database at the time of use: Heroku's own, which it
 * rotates, or the one that somebody typed.
 */
@Component
public class SourceDatabases {

	private final Herokus herokus;

	private final SecretStore secrets;

	SourceDatabases(Herokus herokus, SecretStore secrets) {
		this.herokus = herokus;
		this.secrets = secrets;
	}

	/** Whether the data comes from an uploaded file, so that no server is asked. */
	public static boolean file(Plan plan) {
		return plan.database().kind() == Plan.SourceDatabase.Kind.FILE;
	}

	public DatabaseAddress address(Connection connection, Plan plan) {
		Plan.SourceDatabase database = plan.database();
		return switch (database.kind()) {
			case HEROKU -> DatabaseAddress.parse(this.herokus.open(connection).databaseUrl(plan.source().name()));
			case ADDRESS ->
				new DatabaseAddress(database.engine(), database.host(), database.port(), database.database(),
						database.user(), this.secrets.read(plan.migrationId(), database.credentialId()));
			case FILE -> throw new IllegalStateException("A backup file has no address");
		};
	}

}
