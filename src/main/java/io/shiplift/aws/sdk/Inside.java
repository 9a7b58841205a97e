package io.shiplift.aws.sdk;

import java.util.List;

import io.shiplift.aws.Aws;
import io.shiplift.credentials.AwsConnection;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Looks where credentials lead to.
 */
final class Inside {

	private Inside() {
	}

	/**
	 * Who we are inside.
	 * @throws OutsideProblem if it is not the account that the connection is bound to
	 */
	static String principal(ClientPool pool, AwsConnection connection, AwsCredentials credentials) {
		AwsConnection.Place place = connection.place();
		try (Clients clients = pool
			.once(new Access(place.accountId(), place.region(), StaticCredentialsProvider.create(credentials)))) {
			Aws.Identity identity = new SdkIdentity(clients).get(List.of());
			if (!identity.accountId().equals(place.accountId())) {
				throw new OutsideProblem(Kind.REFUSED,
						"AWS says that this leads to account " + identity.accountId() + ", but the connection "
								+ connection.name() + " is for account " + place.accountId()
								+ ". Nothing was done there. Correct the connection, or use another one.");
			}
			return identity.principal();
		}
	}

}
