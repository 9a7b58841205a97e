package io.shiplift.aws.sdk;

import java.time.Instant;

import io.shiplift.credentials.AwsConnection;
import io.shiplift.testing.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sts.model.Credentials;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for going in by a role.
 */
@ExtendWith(Proves.class)
class RoleDoorTests {

	@Test
	void goesIntoAnotherAccountForAnHour() {
		AwsConnection connection = new AwsConnection("abcdefghijkm", 1, "Production",
				new AwsConnection.Place("100000000002", "eu-central-1"), "x".repeat(40), "", "",
				AwsConnection.Tested.NEVER, 1, Instant.EPOCH);
		try (Clients own = TestClients.moto("100000000001")) {
			Credentials inside = new RoleDoor(own, connection, "arn:aws:iam::100000000002:role/shiplift-abc").open();
			assertThat(inside.expiration()).isBetween(Instant.now().plusSeconds(3000), Instant.now().plusSeconds(4000));
			assertThat(inside.sessionToken()).isNotEmpty();
		}
	}

}
