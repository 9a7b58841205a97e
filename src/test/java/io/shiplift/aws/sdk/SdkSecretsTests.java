package io.shiplift.aws.sdk;

import java.util.Map;

import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import io.shiplift.testing.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for secrets of a real account, on the emulator.
 */
@EnabledIf(value = "io.shiplift.testing.Moto#installed", disabledReason = "moto_server is not on the PATH")
@ExtendWith(Proves.class)
class SdkSecretsTests {

	private static final Map<String, String> TAGS = Map.of("shiplift:migration", "m1", "shiplift:step", "configuration",
			"shiplift:generation", "1");

	private static final Clients clients = TestClients.moto("100000000002");

	private final SdkSecrets secrets = new SdkSecrets(clients);

	@AfterAll
	static void close() {
		clients.close();
	}

	@Test
	void makesASecretThatCarriesOurTags() {
		assertThat(this.secrets.find("shiplift-m1/env/NEW")).isEmpty();
		String arn = this.secrets.put("shiplift-m1/env/NEW", "first", TAGS, "token-1");
		assertThat(this.secrets.find("shiplift-m1/env/NEW")).contains(arn);
		assertThat(this.secrets.read(arn)).isEqualTo("first");
		assertThat(described("shiplift-m1/env/NEW").tags()).hasSize(3);
	}

	@Test
	void givesItANewValueOnceHoweverOftenItIsAsked() {
		String arn = this.secrets.put("shiplift-m1/env/KEY", "first", TAGS, "token-1");
		assertThat(this.secrets.put("shiplift-m1/env/KEY", "first", TAGS, "token-1")).isEqualTo(arn);
		assertThat(described("shiplift-m1/env/KEY").versionIdsToStages()).hasSize(1);
		this.secrets.put("shiplift-m1/env/KEY", "second", TAGS, "token-1");
		this.secrets.put("shiplift-m1/env/KEY", "second", TAGS, "token-1");
		assertThat(this.secrets.read(arn)).isEqualTo("second");
		assertThat(described("shiplift-m1/env/KEY").versionIdsToStages()).hasSize(2);
	}

	@Test
	void bringsBackADeletedOneBecauseItsNameIsTaken() {
		String arn = this.secrets.put("shiplift-m1/env/BACK", "first", TAGS, "token-1");
		this.secrets.delete("shiplift-m1/env/BACK", "token-2");
		this.secrets.delete("shiplift-m1/env/BACK", "token-2");
		assertThat(this.secrets.find("shiplift-m1/env/BACK")).isEmpty();
		assertThat(this.secrets.put("shiplift-m1/env/BACK", "second", TAGS, "token-3")).isEqualTo(arn);
		assertThat(this.secrets.find("shiplift-m1/env/BACK")).contains(arn);
		assertThat(this.secrets.read(arn)).isEqualTo("second");
	}

	@Test
	void leavesSecretsOfOthersAlone() {
		client().createSecret((secret) -> secret.name("theirs").secretString("untouched"));
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> this.secrets.put("theirs", "x", TAGS, "t"))
			.withMessageContaining("does not belong to this migration")
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(Kind.REFUSED));
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> this.secrets.delete("theirs", "t"))
			.withMessageContaining("was not made by Shiplift");
		assertThat(client().getSecretValue((secret) -> secret.secretId("theirs")).secretString())
			.isEqualTo("untouched");
		this.secrets.delete("nobody's", "t");
	}

	@Test
	void refusesToReadWhatIsNotThere() {
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> this.secrets.read("arn:aws:secretsmanager:eu-central-1:100000000002:secret:no-abcdef"))
			.withMessageContaining("can't find the secret")
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(Kind.REFUSED));
	}

	private static DescribeSecretResponse described(String name) {
		return client().describeSecret((secret) -> secret.secretId(name));
	}

	private static SecretsManagerClient client() {
		return clients.secrets();
	}

}
