package io.shiplift.aws.sdk;

import java.util.List;

import io.shiplift.aws.Aws;
import io.shiplift.testing.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for who AWS says we are.
 */
@EnabledIf(value = "io.shiplift.testing.Moto#installed", disabledReason = "moto_server is not on the PATH")
@ExtendWith(Proves.class)
class SdkIdentityTests {

	@Test
	void tellsTheAccountAndTheRole() {
		try (Clients clients = TestClients.moto("100000000001")) {
			Aws.Identity identity = new SdkIdentity(clients).get(List.of("A quota is short."));
			assertThat(identity.accountId()).isEqualTo("100000000001");
			assertThat(identity.principal()).isEqualTo("arn:aws:sts::100000000001:assumed-role/shiplift/test");
			assertThat(identity.problems()).containsExactly("A quota is short.");
		}
	}

}
