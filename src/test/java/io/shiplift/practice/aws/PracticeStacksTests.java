package io.shiplift.practice.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.shiplift.aws.Aws.Leftover;
import io.shiplift.aws.StackStatus;
import io.shiplift.aws.Stacks;
import io.shiplift.aws.Stacks.Event;
import io.shiplift.aws.Stacks.Request;
import io.shiplift.aws.Stacks.Stack;
import io.shiplift.aws.Template;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.practice.Change.Effect;
import io.shiplift.practice.Faults;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PracticeStacks}.
 */
class PracticeStacksTests {

	private static final String NETWORK = "shiplift-w1-network";

	private static final Map<String, String> NAME = Map.of("Name", "shiplift-w1");

	private final AwsWorld world = new AwsWorld();

	@Test
	void resourcesAppearOneByOneInDependencyOrder() {
		this.world.create("network", NAME);
		List<Integer> complete = new ArrayList<>();
		for (int minute = 0; minute < 5; minute++) {
			Stack stack = this.world.stack("network");
			complete.add(complete(stack));
			this.world.pass(Duration.ofMinutes(1));
		}
		assertThat(complete).isSorted().startsWith(0).endsWith(23).contains(20, 21);
		Map<String, Integer> started = new HashMap<>();
		Map<String, Integer> ended = new HashMap<>();
		List<Event> events = this.world.aws().stacks().events(NETWORK, null);
		events.forEach((event) -> (event.status().equals("CREATE_COMPLETE") ? ended : started).put(event.resource(),
				events.indexOf(event)));
		AwsWorld.request("network", NAME, "t")
			.template()
			.resources(NAME)
			.forEach((resource) -> resource.after()
				.forEach((before) -> assertThat(ended.get(before)).isLessThan(started.get(resource.id()))));
	}

	private int complete(Stack stack) {
		return (int) this.world.aws().stacks().resources(stack.id()).stream().filter(Stacks.Resource::complete).count();
	}

	@Test
	void putsOutPlausibleIdentifiersOnceItStands() {
		this.world.create("network", NAME);
		assertThat(this.world.stack("network").outputs()).isEmpty();
		this.world.pass(Duration.ofMinutes(5));
		Stack stack = this.world.stack("network");
		assertThat(stack.status()).isEqualTo(StackStatus.CREATE_COMPLETE);
		assertThat(stack.tags()).containsEntry("shiplift:step", "network");
		assertThat(stack.outputs().get("VpcId")).matches("vpc-0[0-9a-f]{16}");
		assertThat(stack.outputs().get("PublicSubnetIds").split(",")).hasSize(2)
			.allMatch((id) -> id.matches("subnet-0[0-9a-f]{16}"));
		assertThat(stack.outputs().get("AppGroupId")).matches("sg-0[0-9a-f]{16}");
		AwsWorld twin = new AwsWorld();
		assertThat(twin.network()).isEqualTo(stack.outputs());
	}

	@Test
	void tellsEventsOnce() {
		this.world.create("network", NAME);
		List<Event> seen = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			seen.addAll(this.world.aws().stacks().events(NETWORK, seen.isEmpty() ? null : seen.getLast().id()));
			this.world.pass(Duration.ofSeconds(5));
		}
		assertThat(seen).extracting(Event::id).doesNotHaveDuplicates();
		assertThat(seen).hasSize(48);
		assertThat(seen.getFirst().type()).isEqualTo("AWS::CloudFormation::Stack");
		assertThat(seen.getLast().status()).isEqualTo("CREATE_COMPLETE");
		assertThat(seen.getLast().resource()).isEqualTo(NETWORK);
	}

	@Test
	void theSameTokenHasNoSecondEffect() {
		this.world.create("network", NAME);
		this.world.pass(Duration.ofMinutes(5));
		this.world.create("network", NAME);
		assertThat(this.world.stack("network").status()).isEqualTo(StackStatus.CREATE_COMPLETE);
		assertThat(this.world.effects("stacks", "create")).containsExactly(Effect.CREATED, Effect.NONE);
	}

	@Test
	void refusesAnotherStackOfTheSameName() {
		this.world.create("network", NAME);
		assertThatExceptionOfType(OutsideProblem.class)
			.isThrownBy(() -> this.world.aws().stacks().create(AwsWorld.request("network", NAME, "other")))
			.withMessageContaining("already exists")
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(OutsideProblem.Kind.REFUSED));
	}

	@Test
	void refusesWrongParametersWithAMessage() {
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> this.world.create("network", Map.of()))
			.withMessageContaining("Parameter Name has no value");
		assertThat(this.world.aws().stacks().find(NETWORK)).isEmpty();
		assertThat(this.world.effects("stacks", "create")).isEmpty();
	}

	@Test
	void rollsBackWhenAResourceFails() {
		this.world.world().faults().add("w1", "network", Faults.Kind.FAIL_ONCE);
		this.world.create("network", NAME);
		this.world.pass(Duration.ofSeconds(130));
		assertThat(this.world.stack("network").status()).isEqualTo(StackStatus.ROLLBACK_IN_PROGRESS);
		this.world.pass(Duration.ofMinutes(5));
		Stack stack = this.world.stack("network");
		assertThat(stack.status()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
		assertThat(stack.reason()).startsWith("NatGateway1: Practice fault");
		assertThat(stack.outputs()).isEmpty();
		assertThat(complete(stack)).isZero();
		this.world.aws().stacks().delete(NETWORK, "d");
		this.world.pass(Duration.ofMinutes(1));
		assertThat(this.world.aws().stacks().find(NETWORK)).isEmpty();
		assertThat(this.world.network()).isNotEmpty();
	}

	@Test
	void hangsAndCanStillBeDeleted() {
		this.world.world().faults().add("w1", "network", Faults.Kind.HANG);
		this.world.create("network", NAME);
		this.world.pass(Duration.ofDays(2));
		Stack stack = this.world.stack("network");
		assertThat(stack.status()).isEqualTo(StackStatus.CREATE_IN_PROGRESS);
		assertThat(complete(stack)).isBetween(18, 22);
		this.world.aws().stacks().delete(NETWORK, "d");
		this.world.pass(Duration.ofMinutes(5));
		assertThat(this.world.aws().stacks().find(NETWORK)).isEmpty();
	}

	@Test
	void losesTheAnswerButNotTheStack() {
		this.world.world().faults().add("w1", "aws.stacks.create", Faults.Kind.TIMEOUT_AFTER_EFFECT);
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> this.world.create("network", NAME))
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(OutsideProblem.Kind.UNKNOWN));
		this.world.create("network", NAME);
		assertThat(this.world.effects("stacks", "create")).containsExactly(Effect.CREATED, Effect.NONE);
	}

	@Test
	void deletesInReverseOrder() {
		this.world.network();
		this.world.aws().stacks().delete(NETWORK, "d");
		this.world.aws().stacks().delete(NETWORK, "d");
		assertThat(this.world.stack("network").status()).isEqualTo(StackStatus.DELETE_IN_PROGRESS);
		this.world.pass(Duration.ofMinutes(5));
		List<String> gone = this.world.aws()
			.stacks()
			.events(NETWORK, null)
			.stream()
			.filter((event) -> event.status().equals("DELETE_COMPLETE"))
			.map(Event::resource)
			.toList();
		assertThat(gone).hasSize(24).endsWith(NETWORK);
		assertThat(gone.indexOf("PublicSubnet1")).isLessThan(gone.indexOf("Vpc"));
		assertThat(gone.indexOf("PrivateRoute1")).isLessThan(gone.indexOf("NatGateway1"));
		assertThat(gone.indexOf("NatGateway1")).isLessThan(gone.indexOf("PublicSubnet1"));
		this.world.aws().stacks().delete(NETWORK, "d");
		assertThat(this.world.effects("stacks", "delete")).containsExactly(Effect.DELETED, Effect.NONE, Effect.NONE);
		assertThat(this.world.aws().leftovers("w1")).isEmpty();
	}

	@Test
	void deletesWhatThereIsOfAStackThatIsStillBeingMade() {
		this.world.create("network", NAME);
		this.world.pass(Duration.ofSeconds(30));
		this.world.aws().stacks().delete(NETWORK, "d");
		this.world.pass(Duration.ofMinutes(3));
		assertThat(this.world.aws().stacks().find(NETWORK)).isEmpty();
		assertThat(this.world.aws().stacks().events(NETWORK, null))
			.noneMatch((event) -> event.resource().equals("NatGateway1") && event.status().equals("CREATE_COMPLETE"));
	}

	@Test
	void keepsANetworkThatADatabaseStillUses() {
		Map<String, String> network = this.world.network();
		this.world.built("database", AwsWorld.databaseParameters(network));
		this.world.aws().stacks().delete(NETWORK, "d");
		this.world.pass(Duration.ofMinutes(5));
		Stack stack = this.world.stack("network");
		assertThat(stack.status()).isEqualTo(StackStatus.DELETE_FAILED);
		assertThat(stack.reason()).contains("has a dependent object");
		this.world.aws().stacks().delete("shiplift-w1-database", "d");
		this.world.pass(Duration.ofMinutes(10));
		this.world.aws().stacks().delete(NETWORK, "d2");
		this.world.pass(Duration.ofMinutes(5));
		assertThat(this.world.aws().stacks().find(NETWORK)).isEmpty();
	}

	@Test
	void failsToDeleteOnDemand() {
		this.world.network();
		this.world.world().faults().add("w1", "aws.stacks.delete@network", Faults.Kind.FAIL_ONCE);
		this.world.aws().stacks().delete(NETWORK, "d");
		this.world.pass(Duration.ofMinutes(5));
		assertThat(this.world.stack("network").status()).isEqualTo(StackStatus.DELETE_FAILED);
		assertThat(this.world.stack("network").reason()).contains("Practice fault");
		this.world.aws().stacks().delete(NETWORK, "d");
		this.world.pass(Duration.ofMinutes(5));
		assertThat(this.world.aws().stacks().find(NETWORK)).isEmpty();
	}

	@Test
	void aDatabaseIsTheRealTargetServer() {
		Map<String, String> network = this.world.network();
		this.world.create("database", AwsWorld.databaseParameters(network));
		this.world.pass(Duration.ofMinutes(5));
		assertThat(this.world.stack("database").status()).isEqualTo(StackStatus.CREATE_IN_PROGRESS);
		assertThat(this.world.timesTargetAsked()).isZero();
		this.world.pass(Duration.ofMinutes(5));
		Map<String, String> outputs = this.world.stack("database").outputs();
		assertThat(outputs).containsEntry("Endpoint", "127.0.0.1").containsEntry("Port", "6543");
		assertThat(this.world.aws().secrets().read(outputs.get("MasterSecretArn")))
			.isEqualTo("{\"password\":\"secret\",\"username\":\"shiplift_master\"}");
	}

	@Test
	void keepsWhatItsPolicySays() {
		Map<String, String> network = this.world.network();
		String instance = this.world.built("database", AwsWorld.databaseParameters(network)).get("InstanceId");
		String uploads = this.world.built("filestore", Map.of()).get("UploadsBucket");
		assertThat(this.world.aws().leftovers("w1")).hasSize(3)
			.allMatch((leftover) -> leftover.keptBecause().isEmpty());
		List.of("database", "filestore").forEach((step) -> {
			this.world.aws().stacks().delete("shiplift-w1-" + step, "d");
			this.world.pass(Duration.ofMinutes(10));
		});
		this.world.aws().stacks().delete(NETWORK, "d");
		this.world.pass(Duration.ofMinutes(10));
		assertThat(this.world.aws().leftovers("w1")).extracting(Leftover::name)
			.containsExactly(instance + "-final", uploads);
		assertThat(this.world.aws().leftovers("w1"))
			.allMatch((leftover) -> leftover.keptBecause().contains("kept on purpose"));
		assertThat(this.world.aws().leftovers("other")).isEmpty();
		assertThat(this.world.built("filestore", Map.of()).get("UploadsBucket")).isNotEqualTo(uploads);
	}

	@Test
	void keepsABucketThatIsNotEmpty() {
		String work = this.world.built("filestore", Map.of()).get("WorkBucket");
		this.world.aws().objects().put(work, "bundles/v1.zip", new byte[9], "p");
		this.world.aws().stacks().delete("shiplift-w1-filestore", "d");
		this.world.pass(Duration.ofMinutes(1));
		assertThat(this.world.stack("filestore").reason()).contains("not empty");
		this.world.aws().objects().empty(work, "e");
		this.world.aws().stacks().delete("shiplift-w1-filestore", "d");
		this.world.pass(Duration.ofMinutes(1));
		assertThat(this.world.aws().stacks().find("shiplift-w1-filestore")).isEmpty();
	}

	@Test
	void showsTheTagsOfAStranger() {
		this.world.aws()
			.stacks()
			.create(new Request(NETWORK, new Template("Resources: {A: {Type: 'T::T::T'}}"), Map.of(),
					Map.of("owner", "somebody"), "theirs"));
		assertThat(this.world.stack("network").tags()).containsExactly(Map.entry("owner", "somebody"));
	}

}
