package io.shiplift.practice.aws;

import java.util.Map;

import io.shiplift.aws.Aws.Leftover;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.practice.Change.Effect;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PracticeSecrets}, and for who the practice account says we are.
 */
class PracticeSecretsTests {

	private final AwsWorld world = new AwsWorld();

	@Test
	void keepsReadsAndForgetsASecret() {
		String arn = this.world.aws().secrets().put("shiplift-w1/env/KEY", "one", AwsWorld.TAGS, "t1");
		assertThat(arn).matches("arn:aws:secretsmanager:eu-central-1:\\d{12}:secret:shiplift-w1/env/KEY-[0-9a-f]{6}");
		assertThat(this.world.aws().secrets().find("shiplift-w1/env/KEY")).contains(arn);
		assertThat(this.world.aws().secrets().put("shiplift-w1/env/KEY", "one", AwsWorld.TAGS, "t1")).isEqualTo(arn);
		assertThat(this.world.aws().secrets().put("shiplift-w1/env/KEY", "two", AwsWorld.TAGS, "t2")).isEqualTo(arn);
		assertThat(this.world.aws().secrets().read(arn)).isEqualTo("two");
		assertThat(this.world.aws().leftovers("w1")).extracting(Leftover::name).containsExactly("shiplift-w1/env/KEY");
		this.world.aws().secrets().delete("shiplift-w1/env/KEY", "d");
		this.world.aws().secrets().delete("shiplift-w1/env/KEY", "d");
		assertThat(this.world.aws().secrets().find("shiplift-w1/env/KEY")).isEmpty();
		assertThat(this.world.effects("secrets", "put")).containsExactly(Effect.CREATED, Effect.NONE, Effect.CHANGED);
		assertThat(this.world.effects("secrets", "delete")).containsExactly(Effect.DELETED, Effect.NONE);
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> this.world.aws().secrets().read(arn));
	}

	@Test
	void theCacheTellsItsAddress() {
		Map<String, String> network = this.world.network();
		Map<String, String> outputs = this.world.built("cache",
				Map.of("Name", "shiplift-w1", "VpcId", network.get("VpcId"), "PrivateSubnetIds",
						network.get("PrivateSubnetIds"), "AppGroupId", network.get("AppGroupId"), "Password",
						"x".repeat(32)));
		assertThat(outputs).containsEntry("Port", "6379")
			.hasEntrySatisfying("Endpoint", (host) -> assertThat(host).startsWith("master.shiplift-w1-cache"));
	}

	@Test
	void knowsWhoWeAre() {
		assertThat(this.world.aws().identity().accountId()).matches("\\d{12}");
		assertThat(this.world.aws().identity().principal()).contains(this.world.aws().identity().accountId());
		assertThat(this.world.aws().identity().problems()).isEmpty();
	}

}
