package io.shiplift.aws.sdk;

import java.util.Map;
import java.util.TreeMap;

import io.shiplift.aws.ChangeSets.Action;
import io.shiplift.aws.ChangeSets.Change;
import io.shiplift.aws.ChangeSets.ChangeSet;
import io.shiplift.aws.ChangeSets.State;
import io.shiplift.aws.StackStatus;
import io.shiplift.aws.Stacks.Request;
import io.shiplift.aws.Stacks.Resource;
import io.shiplift.aws.Stacks.Stack;
import io.shiplift.aws.Template;
import io.shiplift.testing.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SdkStacks} against the emulator, with the templates of the steps.
 */
@ExtendWith(Proves.class)
class SdkStacksTests {

	private static final Template NETWORK = Template.of(Template.class, "/io/shiplift/steps/network/network.yaml");

	private static final Template FILES = Template.of(Template.class, "/io/shiplift/steps/filestore/filestore.yaml");

	private final Clients clients = TestClients.moto("200000000001");

	private final SdkStacks stacks = new SdkStacks(this.clients, StackRoles.NONE);

	@AfterEach
	void close() {
		this.clients.close();
	}

	@Test
	void makesTheNetwork() {
		String name = "shiplift-a1-network";
		assertThat(this.stacks.find(name)).isEmpty();
		assertThat(this.stacks.resources(name)).isEmpty();
		this.stacks.create(request(name, "none", "g1"));
		this.stacks.create(request(name, "none", "g1"));
		Stack stack = this.stacks.find(name).orElseThrow();
		assertThat(stack.status()).isEqualTo(StackStatus.CREATE_COMPLETE);
		assertThat(stack.tags()).containsEntry("shiplift:migration", "a1");
		assertThat(stack.output("VpcId")).startsWith("vpc-");
		assertThat(stack.output("PrivateSubnetIds").split(",")).hasSize(2);
		assertThat(stack.outputs()).doesNotContainKey("NatAddress");
		assertThat(this.stacks.resources(name)).extracting(Resource::id)
			.contains("Vpc", "PrivateSubnet2", "AppGroup")
			.doesNotContain("NatGateway1", "FlowLog");
	}

	@Test
	void removesAStackAndFindsItByItsId() {
		String name = "shiplift-a1-filestore";
		this.stacks.create(new Request(name, FILES, Map.of("AllowedOrigins", "https://shop.example.com"),
				Map.of("shiplift:migration", "a1"), "g1"));
		Stack stack = this.stacks.find(name).orElseThrow();
		assertThat(stack.output("UploadsBucketArn")).startsWith("arn:aws:s3:::");
		this.stacks.delete(name, "d1");
		this.stacks.delete(name, "d1");
		assertThat(this.stacks.find(name)).isEmpty();
		assertThat(this.stacks.find(stack.id()).orElseThrow().status()).isEqualTo(StackStatus.DELETE_COMPLETE);
	}

	@Test
	void previewsWhatIsNotThereAndMakesIt() {
		String name = "shiplift-a2-network";
		this.stacks.changes().propose("shiplift-of-a2", request(name, "none", "p1"));
		assertThat(this.stacks.find(name).orElseThrow()).satisfies((stack) -> {
			assertThat(stack.status()).isEqualTo(StackStatus.REVIEW_IN_PROGRESS);
			assertThat(stack.tags()).containsEntry("shiplift:migration", "a1");
		});
		ChangeSet set = this.stacks.changes().find(name, "shiplift-of-a2").orElseThrow();
		assertThat(set.state()).isEqualTo(State.READY);
		assertThat(set.changes()).isNotEmpty().allMatch((change) -> change.action() == Action.ADD);
		this.stacks.changes().execute(name, "shiplift-of-a2", "x1");
		assertThat(this.stacks.find(name).orElseThrow().status()).isEqualTo(StackStatus.CREATE_COMPLETE);
		assertThat(this.stacks.changes().find(name, "shiplift-of-a2").orElseThrow().state())
			.isEqualTo(State.CARRIED_OUT);
	}

	@Test
	void aDiscardedPreviewLeavesNothing() {
		String name = "shiplift-a3-network";
		this.stacks.changes().propose("shiplift-of-a3", request(name, "none", "p1"));
		this.stacks.changes().discard(name, "shiplift-of-a3", "d");
		assertThat(this.stacks.changes().find(name, "shiplift-of-a3")).isEmpty();
		this.stacks.delete(name, "d3");
		assertThat(this.stacks.find(name)).isEmpty();
		assertThat(this.stacks.changes().find(name, "shiplift-of-a3")).isEmpty();
	}

	@Test
	void changesAStackThatStands() {
		String name = "shiplift-a4-files";
		Template before = new Template("Resources: {One: {Type: 'AWS::S3::Bucket'}}\n");
		Template after = new Template("Resources: {One: {Type: 'AWS::S3::Bucket'}, Two: {Type: 'AWS::S3::Bucket'}}\n");
		this.stacks.create(new Request(name, before, Map.of(), Map.of(), "g1"));
		this.stacks.changes().propose("shiplift-2", new Request(name, after, Map.of(), Map.of(), "p1"));
		ChangeSet set = this.stacks.changes().find(name, "shiplift-2").orElseThrow();
		assertThat(set.changes()).filteredOn((change) -> change.action() == Action.ADD)
			.extracting(Change::resource)
			.containsExactly("Two");
		this.stacks.changes().execute(name, "shiplift-2", "x1");
		assertThat(this.stacks.find(name).orElseThrow().status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
		assertThat(this.stacks.resources(name)).hasSize(2);
		this.stacks.delete(name, "d4");
	}

	private static Request request(String name, String nat, String token) {
		Map<String, String> parameters = new TreeMap<>(Map.of("Name", "shiplift-a1", "PublicCidrs",
				"10.42.0.0/24,10.42.1.0/24", "PrivateCidrs", "10.42.4.0/22,10.42.8.0/22", "Nat", nat));
		return new Request(name, NETWORK, parameters, Map.of("shiplift:migration", "a1"), token);
	}

}
