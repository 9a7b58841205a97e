package io.shiplift.credentials;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The way into one AWS account and region as people see it: a role that lets us in
 * together with the external id, or, where a team could not do that, an access key. With
 * neither it was only begun.
 */
public record AwsConnection(String id, long teamId, String name, Place place, String externalId, String roleArn,
		String keyId, Tested tested, long addedBy, Instant addedAt) {

	/** Whether it waits for its role. */
	public boolean begun() {
		return this.roleArn.isEmpty() && this.keyId.isEmpty();
	}

	/** Whether it works with a long-lived access key instead of a role. */
	public boolean withKey() {
		return !this.keyId.isEmpty();
	}

	/** Whether migrations can work with it. */
	public boolean ready() {
		return !begun() && this.tested.problem().isEmpty();
	}

	/** The account and the region it is bound to. */
	public record Place(String accountId, String region) {

	}

	/**
	 * What the last test found: who we are there, what is wrong, or an empty text, and
	 * when that was; there is no time before the first test.
	 */
	public record Tested(String principal, String problem, @Nullable Instant at) {

		/** Nobody has tested it yet. */
		public static final Tested NEVER = new Tested("", "", null);

	}

}
