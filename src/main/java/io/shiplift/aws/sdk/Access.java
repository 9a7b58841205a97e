package io.shiplift.aws.sdk;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * How one account is reached in one region.
 *
 * @param account whose calls are counted together
 * @param region where the calls go
 * @param credentials who calls
 * @param renew gets other credentials after AWS called these too old
 */
record Access(String account, String region, AwsCredentialsProvider credentials, Runnable renew) {

	/** Credentials that nobody can renew. */
	Access(String account, String region, AwsCredentialsProvider credentials) {
		this(account, region, credentials, () -> {
		});
	}

}
