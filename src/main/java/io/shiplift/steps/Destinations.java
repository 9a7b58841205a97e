package io.shiplift.steps;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

import io.shiplift.aws.Aws;
import io.shiplift.aws.AwsAccounts;
import io.shiplift.data.DatabaseAddress;
import io.shiplift.data.DatabaseServer;
import io.shiplift.fact.Database;
import io.shiplift.fact.Destination;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepContext;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Where data is copied to: a fresh database for each attempt, on the server that the
 * preparation made. The address that the application will use is kept as a secret on AWS.
 */
@Component
public class Destinations {

	private final AwsAccounts accounts;

	private final JsonMapper json;

	private final SecureRandom random = new SecureRandom();

	Destinations(AwsAccounts accounts, JsonMapper json) {
		this.accounts = accounts;
		this.json = json;
	}

	/** The server, as its master user. */
	public DatabaseServer server(StepContext context) {
		return DatabaseServer.at(master(context));
	}

	/** The server's master user, who may also leave out triggers. */
	public DatabaseAddress master(StepContext context) {
		Database server = context.fact(Database.class);
		Master master = this.json.readValue(secrets(context).read(server.masterSecret()), Master.class);
		return new DatabaseAddress(server.host(), server.port(), "postgres", master.username(), master.password());
	}

	/**
	 * The address of a database of this attempt, as its owner; the same at every call.
	 */
	public DatabaseAddress owner(StepContext context, int attempt) {
		String name = prefix(context) + context.runId() + "_" + attempt;
		Aws.Secrets secrets = secrets(context);
		Optional<DatabaseAddress> kept = secrets.find(secretName(context))
			.map(secrets::read)
			.map(DatabaseAddress::parse)
			.filter((address) -> address.database().equals(name));
		return kept.orElseGet(() -> {
			DatabaseAddress fresh = master(context).withDatabase(name).withUser(name, password());
			context.act("Store the address of " + name, () -> secrets.put(secretName(context), fresh.toUrl(),
					context.tags("copy"), context.token("address-" + attempt)));
			return fresh;
		});
	}

	/** The address of a finished copy. */
	public DatabaseAddress of(StepContext context, Destination destination) {
		return DatabaseAddress.parse(secrets(context).read(destination.secret()));
	}

	public Destination describe(StepContext context, DatabaseAddress owner) {
		return new Destination(owner.host(), owner.port(), owner.database(), owner.user(),
				secrets(context).find(secretName(context)).orElseThrow(), context.kind() == RunKind.REHEARSAL);
	}

	/** What names of this migration's databases start with, for scratch and for good. */
	public static String prefix(StepContext context) {
		return ((context.kind() == RunKind.REHEARSAL) ? "scratch_" : "app_") + context.migrationId() + "_";
	}

	/** Removes the secrets that hold addresses. */
	public void forgetAddresses(StepContext context, String... purposes) {
		Aws.Secrets secrets = secrets(context);
		for (String purpose : purposes) {
			String name = context.slug() + "/database/" + purpose;
			if (secrets.find(name).isPresent()) {
				context.act("Delete secret " + name, () -> secrets.delete(name, context.token("forget-" + purpose)));
			}
		}
	}

	private static String secretName(StepContext context) {
		return context.slug() + "/database/" + ((context.kind() == RunKind.REHEARSAL) ? "scratch" : "app");
	}

	private Aws.Secrets secrets(StepContext context) {
		return this.accounts.open(context.connection(), context.plan().region()).secrets();
	}

	private String password() {
		byte[] bytes = new byte[24];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/** The master secret as RDS writes it. */
	record Master(String username, String password) {

		@Override
		public String toString() {
			return "Master[username=" + this.username + "]";
		}

	}

}
