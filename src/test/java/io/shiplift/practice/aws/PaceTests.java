package io.shiplift.practice.aws;

import java.time.Duration;
import java.util.Map;

import io.shiplift.aws.StackStatus;
import io.shiplift.aws.Stacks.Stack;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for how long things take, as they would in earnest.
 */
class PaceTests {

	private final AwsWorld world = new AwsWorld();

	@Test
	void takesAsLongAsRealStacksDo() {
		Duration network = built("network", Map.of("Name", "shiplift-w1"));
		Map<String, String> outputs = this.world.stack("network").outputs();
		Duration database = built("database", AwsWorld.databaseParameters(outputs));
		Duration cache = built("cache", Map.of("Name", "shiplift-w1", "VpcId", outputs.get("VpcId"), "PrivateSubnetIds",
				outputs.get("PrivateSubnetIds"), "AppGroupId", outputs.get("AppGroupId"), "Password", "x".repeat(32)));
		Duration filestore = built("filestore", Map.of());
		Map<String, String> files = this.world.stack("filestore").outputs();
		Duration application = built("application", Map.of("Name", "shiplift-w1", "UploadsBucketArn",
				files.get("UploadsBucketArn"), "WorkBucketArn", files.get("WorkBucketArn")));
		assertThat(network).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(5));
		assertThat(database).isBetween(Duration.ofMinutes(6), Duration.ofMinutes(12));
		assertThat(cache).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
		assertThat(filestore).isBetween(Duration.ofSeconds(15), Duration.ofMinutes(1));
		assertThat(application).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(4));
	}

	private Duration built(String step, Map<String, String> parameters) {
		this.world.create(step, parameters);
		Duration taken = Duration.ZERO;
		Stack stack = this.world.stack(step);
		while (stack.status() != StackStatus.CREATE_COMPLETE) {
			this.world.pass(Duration.ofSeconds(5));
			taken = taken.plusSeconds(5);
			stack = this.world.stack(step);
		}
		return taken;
	}

}
