package io.shiplift.aws.sdk;

import io.shiplift.aws.sdk.AwsProblem.Again;
import io.shiplift.credentials.AwsConnection;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * The door that a role is: it opens with the external id of its connection, and should
 * open with nothing else.
 */
final class RoleDoor {

	private static final int HOUR = 3600;

	private final Clients own;

	private final AwsConnection connection;

	private final String roleArn;

	/**
	 * A door.
	 * @param own clients in our own name, in the region of the connection
	 */
	RoleDoor(Clients own, AwsConnection connection, String roleArn) {
		this.own = own;
		this.connection = connection;
		this.roleArn = roleArn;
	}

	/** Goes in for an hour. */
	Credentials open() {
		try {
			return assume(this.connection.externalId()).credentials();
		}
		catch (AwsProblem ex) {
			throw inWords(ex);
		}
	}

	/** Finds the door closed for whoever has no external id, or another one. */
	void holds() {
		String without = "without any external id";
		if (lets(null)) {
			throw careless(without);
		}
		if (lets(new StringBuilder(this.connection.externalId()).reverse().append("-wrong").toString())) {
			throw careless("with a wrong external id");
		}
	}

	private boolean lets(@Nullable String externalId) {
		try {
			assume(externalId);
			return true;
		}
		catch (AwsProblem ex) {
			if (ex.says("AccessDenied", "AccessDeniedException")) {
				return false;
			}
			throw ex;
		}
	}

	private AssumeRoleResponse assume(@Nullable String externalId) {
		return this.own.calls()
			.call("sts:AssumeRole", this.roleArn,
					() -> this.own.sts()
						.assumeRole((role) -> role.roleArn(this.roleArn)
							.roleSessionName("shiplift-" + this.connection.id())
							.durationSeconds(HOUR)
							.externalId(externalId)));
	}

	private OutsideProblem inWords(AwsProblem ex) {
		if (ex.says("AccessDenied", "AccessDeniedException")) {
			return new AwsProblem(Kind.NEEDS_PERSON, ex.code(), Again.NO, "AWS does not let us assume " + this.roleArn
					+ ". The role must exist, trust the identity of this installation, and require the external id of"
					+ " this connection; launch the template again, or correct the trust of the role. What was"
					+ " launched within the last minute may need another minute. AWS said: " + ex.getMessage(), null);
		}
		if (ex.says("RegionDisabledException")) {
			return new AwsProblem(Kind.NEEDS_PERSON, ex.code(), Again.NO,
					"The region " + this.connection.place().region() + " is not enabled in account "
							+ this.connection.place().accountId()
							+ ". Enable it there (Account, AWS Regions), or begin a connection in another region.",
					null);
		}
		return ex;
	}

	private OutsideProblem careless(String how) {
		return new OutsideProblem(Kind.REFUSED, "The role lets us in " + how + ", so anybody who learns its name could"
				+ " have Shiplift work in this account. Its trust needs the condition StringEquals sts:ExternalId = "
				+ this.connection.externalId() + " on every statement that lets us in. Correct it, then try again.");
	}

}
