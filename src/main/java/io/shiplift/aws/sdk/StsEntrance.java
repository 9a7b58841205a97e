package io.shiplift.aws.sdk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.shiplift.aws.AwsEntrance;
import io.shiplift.aws.RoleArn;
import io.shiplift.credentials.AwsConnection;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.model.Credentials;

import org.springframework.stereotype.Component;

/**
 * Tries roles and keys out through STS.
 */
@Component
class StsEntrance implements AwsEntrance {

	/** How long an answer about ourselves counts, also that there is none. */
	private static final Duration FRESH = Duration.ofMinutes(1);

	private final OwnCredentials own;

	private final ClientPool pool;

	private final Clock clock;

	private @Nullable Seen seen;

	StsEntrance(OwnCredentials own, ClientPool pool, Clock clock) {
		this.own = own;
		this.pool = pool;
		this.clock = clock;
	}

	@Override
	public synchronized Caller caller(String region) {
		Instant now = this.clock.instant();
		Seen known = this.seen;
		if (known == null || known.at().plus(FRESH).isBefore(now)) {
			known = new Seen(look(region), now);
			this.seen = known;
		}
		return known.caller();
	}

	private Caller look(String region) {
		try (Clients clients = ours(region)) {
			return new Caller(principal(new SdkIdentity(clients).get(List.of()).principal()), "");
		}
		catch (OutsideProblem ex) {
			return new Caller("", ex.getMessage());
		}
	}

	/** Who a role has to name: a session passes, the role it is of stays. */
	static String principal(String arn) {
		return arn.replaceFirst("^(arn:[a-z-]+):sts::(\\d{12}):assumed-role/([^/]+)/.*$", "$1:iam::$2:role/$3");
	}

	@Override
	public String byRole(AwsConnection connection, String roleArn) {
		String account = RoleArn.of(roleArn).map(RoleArn::accountId).orElse("");
		if (!account.equals(connection.place().accountId())) {
			throw new OutsideProblem(Kind.REFUSED, "This role is in account " + account
					+ ", but the connection is for account " + connection.place().accountId() + ".");
		}
		try (Clients ours = ours(connection.place().region())) {
			RoleDoor door = new RoleDoor(ours, connection, roleArn);
			Credentials inside = door.open();
			door.holds();
			return Inside.principal(this.pool, connection, AwsSessionCredentials.create(inside.accessKeyId(),
					inside.secretAccessKey(), inside.sessionToken()));
		}
	}

	@Override
	public String byKey(AwsConnection connection, String keyId, String secret) {
		String principal = Inside.principal(this.pool, connection, AwsBasicCredentials.create(keyId, secret));
		if (principal.endsWith(":root")) {
			throw new OutsideProblem(Kind.REFUSED, "This is a key of the account's root user, who may do everything and"
					+ " cannot be limited. Delete it, and make one of a user with the policies shown here.");
		}
		return principal;
	}

	private Clients ours(String region) {
		return this.pool.once(new Access("own", region, this.own.provider()));
	}

	/** What we know about ourselves, and since when. */
	private record Seen(Caller caller, Instant at) {

	}

}
