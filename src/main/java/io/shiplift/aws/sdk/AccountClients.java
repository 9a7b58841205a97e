package io.shiplift.aws.sdk;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.shiplift.aws.sdk.AccountSession.Entered;
import io.shiplift.credentials.AwsConnection;
import io.shiplift.credentials.AwsConnectionStore;
import io.shiplift.credentials.Connection;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.model.Credentials;

import org.springframework.stereotype.Component;

/**
 * The way into the real account of a migration: by its role, or by its key where there is
 * no role, and only if it leads to the account and the region that the connection is
 * bound to.
 */
@Component
class AccountClients {

	/** How long a key may go without a look where it leads. */
	private static final Duration HOUR = Duration.ofHours(1);

	private final Map<String, AccountSession> sessions = new ConcurrentHashMap<>();

	private final AwsConnectionStore store;

	private final OwnCredentials own;

	private final ClientPool pool;

	private final Clock clock;

	AccountClients(AwsConnectionStore store, OwnCredentials own, ClientPool pool, Clock clock) {
		this.store = store;
		this.own = own;
		this.pool = pool;
		this.clock = clock;
	}

	/** Clients of the account that a migration works with. */
	Clients open(Connection.Accounts accounts, String region) {
		AwsConnection known = known(accounts);
		AwsConnection.Place place = known.place();
		if (!place.region().equals(region)) {
			throw new OutsideProblem(Kind.NEEDS_PERSON,
					"The plan is for the region " + region + ", but the connection " + known.name() + " is bound to "
							+ place.region() + ". Change the plan, or use another connection.");
		}
		String key = known.id() + "/" + known.roleArn() + known.keyId();
		AccountSession session = this.sessions.computeIfAbsent(key,
				(absent) -> new AccountSession(() -> known.withKey() ? byKey(known) : byRole(known), this.clock));
		session.resolveCredentials();
		return this.pool.open(key, region, () -> new Access(place.accountId(), region, session, session::renew));
	}

	/**
	 * The AWS connection of a migration.
	 * @throws OutsideProblem if there is none
	 */
	AwsConnection known(Connection.Accounts accounts) {
		String id = accounts.aws();
		if (id == null) {
			throw new OutsideProblem(Kind.NEEDS_PERSON,
					"No AWS account is chosen for this migration. Choose one on its page, under Connection.");
		}
		return this.store.known(id);
	}

	private Entered byRole(AwsConnection connection) {
		try (Clients ours = this.pool.once(new Access("own", connection.place().region(), this.own.provider()))) {
			Credentials inside = new RoleDoor(ours, connection, connection.roleArn()).open();
			AwsCredentials credentials = AwsSessionCredentials.create(inside.accessKeyId(), inside.secretAccessKey(),
					inside.sessionToken());
			Inside.principal(this.pool, connection, credentials);
			return new Entered(credentials, inside.expiration());
		}
	}

	private Entered byKey(AwsConnection connection) {
		AwsCredentials credentials = AwsBasicCredentials.create(connection.keyId(), this.store.secretKey(connection));
		Inside.principal(this.pool, connection, credentials);
		return new Entered(credentials, this.clock.instant().plus(HOUR));
	}

}
