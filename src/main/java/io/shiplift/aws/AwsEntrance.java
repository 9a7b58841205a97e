package io.shiplift.aws;

import io.shiplift.credentials.AwsConnection;

/**
 * Finds out whether a way into an account is what it should be, before it is kept.
 * Everything that is not comes as an {@link io.shiplift.outside.OutsideProblem} that says
 * what to change.
 */
public interface AwsEntrance {

	/** Who this installation is to AWS, whom a role has to trust; asked in a region. */
	Caller caller(String region);

	/**
	 * Goes in by a role, which must be in the account of the connection, let us in with
	 * its external id, and nobody without it or with another one.
	 * @return who we are inside
	 */
	String byRole(AwsConnection connection, String roleArn);

	/**
	 * Goes in with an access key, which must belong to the account of the connection.
	 * @return who we are inside
	 */
	String byKey(AwsConnection connection, String keyId, String secret);

	/**
	 * The identity of this installation: the principal that a role names, or an empty
	 * text and the reason why there is none.
	 */
	record Caller(String principal, String problem) {

		public boolean known() {
			return !this.principal.isEmpty();
		}

	}

}
