package io.shiplift.aws.sdk;

import java.time.Clock;
import java.time.Instant;

import io.shiplift.aws.AwsEntrance;
import io.shiplift.aws.AwsProperties;
import io.shiplift.credentials.AwsConnection;
import io.shiplift.credentials.Mask;
import io.shiplift.outside.OutsideProblem;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for trying roles and keys out, against STS as it is documented.
 */
class StsEntranceTests {

	private static final String EXTERNAL_ID = "abcdefghijkmnpqrstuvwxyz23456789abcdefgh";

	private static final String ROLE = "arn:aws:iam::111122223333:role/shiplift-abcdefghijkm";

	private final StsServer server = new StsServer();

	private final AwsConnection connection = new AwsConnection("abcdefghijkm", 1, "Production",
			new AwsConnection.Place("111122223333", "eu-central-1"), EXTERNAL_ID, "", "", AwsConnection.Tested.NEVER, 1,
			Instant.EPOCH);

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void acceptsARoleThatWantsTheExternalId() {
		this.server.wanted = EXTERNAL_ID;
		assertThat(entrance().byRole(this.connection, ROLE))
			.isEqualTo("arn:aws:sts::111122223333:assumed-role/shiplift-test/shiplift-test");
		assertThat(this.server.assumed).isEqualTo(1);
	}

	@Test
	void refusesARoleThatLetsUsInWithoutAnExternalId() {
		this.server.wanted = EXTERNAL_ID;
		this.server.careless = true;
		refused(ROLE).hasMessageContaining("lets us in without any external id")
			.hasMessageContaining("sts:ExternalId = " + EXTERNAL_ID);
	}

	@Test
	void saysWhatToDoIfTheRoleDoesNotTrustUs() {
		this.server.wanted = "the-one-of-somebody-else";
		refused(ROLE).hasMessageContaining("AWS does not let us assume " + ROLE)
			.hasMessageContaining("require the external id")
			.extracting((problem) -> ((OutsideProblem) problem).kind())
			.isEqualTo(OutsideProblem.Kind.NEEDS_PERSON);
	}

	@Test
	void saysThatARegionIsNotEnabled() {
		this.server.refusal = "RegionDisabledException";
		refused(ROLE)
			.hasMessageContaining("The region eu-central-1 is not enabled in account 111122223333. Enable it there");
	}

	@Test
	void refusesARoleOfAnotherAccountBeforeItAsks() {
		this.server.wanted = EXTERNAL_ID;
		refused("arn:aws:iam::444455556666:role/x").hasMessageContaining("in account 444455556666");
		assertThat(this.server.assumed).isZero();
	}

	@Test
	void refusesWhatLeadsToAnotherAccount() {
		this.server.wanted = EXTERNAL_ID;
		this.server.account = "444455556666";
		refused(ROLE).hasMessageContaining("AWS says that this leads to account 444455556666")
			.hasMessageContaining("is for account 111122223333");
	}

	@Test
	void refusesKeysOfTheRootUser() {
		this.server.who = "root";
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> entrance().byKey(this.connection, "AKIATEST", "secret"))
			.withMessageContaining("root user");
	}

	@Test
	void namesTheRoleBehindItsOwnSession() {
		this.server.account = "999988887777";
		this.server.who = "assumed-role/shiplift-machine/i-0abc";
		AwsEntrance.Caller caller = entrance().caller("eu-central-1");
		assertThat(caller.principal()).isEqualTo("arn:aws:iam::999988887777:role/shiplift-machine");
		assertThat(StsEntrance.principal("arn:aws:iam::999988887777:user/ops/shiplift"))
			.isEqualTo("arn:aws:iam::999988887777:user/ops/shiplift");
	}

	@Test
	void saysWhatToDoIfItHasNoIdentityOfItsOwn() {
		AwsEntrance nobody = entrance(() -> {
			throw SdkClientException.create("Unable to load credentials from any of the providers in the chain");
		});
		assertThat(nobody.caller("eu-central-1").known()).isFalse();
		assertThat(nobody.caller("eu-central-1").problem()).contains("no AWS identity of its own")
			.contains("instance profile");
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> nobody.byRole(this.connection, ROLE))
			.withMessageContaining("no AWS identity of its own");
	}

	private AbstractThrowableAssert<?, ? extends Throwable> refused(String role) {
		return assertThatThrownBy(() -> entrance().byRole(this.connection, role)).isInstanceOf(OutsideProblem.class)
			.satisfies((problem) -> assertThat(problem.getMessage()).doesNotContain("canary"));
	}

	private AwsEntrance entrance() {
		return entrance(TestClients.keys());
	}

	private AwsEntrance entrance(AwsCredentialsProvider own) {
		ClientPool pool = new ClientPool(new AwsProperties(this.server.address()), new Mask(), Clock.systemUTC());
		return new StsEntrance(new OwnCredentials(() -> own), pool, Clock.systemUTC());
	}

}
