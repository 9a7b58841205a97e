package io.shiplift.practice.aws;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.shiplift.aws.ChangeSets;
import io.shiplift.aws.ChangeSets.Action;
import io.shiplift.aws.ChangeSets.ChangeSet;
import io.shiplift.aws.ChangeSets.Replacement;
import io.shiplift.aws.ChangeSets.State;
import io.shiplift.aws.StackStatus;
import io.shiplift.aws.Stacks.Stack;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.practice.Change.Effect;
import io.shiplift.practice.Faults;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link PracticeChangeSets}.
 */
class PracticeChangeSetsTests {

	private static final String NETWORK = "shiplift-w1-network";

	private static final Map<String, String> NAME = Map.of("Name", "shiplift-w1");

	private static final Map<String, String> PER_ZONE = Map.of("Name", "shiplift-w1", "Nat", "per-zone");

	private final AwsWorld world = new AwsWorld();

	@Test
	void previewsAStackThatIsNotThere() {
		propose("p", NAME);
		assertThat(set("p").state()).isEqualTo(State.WORKING);
		assertThat(stack().status()).isEqualTo(StackStatus.REVIEW_IN_PROGRESS);
		assertThat(stack().tags()).containsEntry("shiplift:migration", "w1");
		this.world.pass(Duration.ofSeconds(10));
		assertThat(set("p").state()).isEqualTo(State.READY);
		assertThat(set("p").changes()).hasSizeGreaterThan(20).allMatch((change) -> change.action() == Action.ADD);
		changes().execute(NETWORK, "p", "x");
		changes().execute(NETWORK, "p", "x");
		this.world.pass(Duration.ofMinutes(10));
		assertThat(stack().status()).isEqualTo(StackStatus.CREATE_COMPLETE);
		assertThat(stack().outputs()).containsKey("VpcId");
		assertThat(this.world.effects("stacks", "execute")).containsExactly(Effect.CREATED, Effect.NONE);
	}

	@Test
	void leavesNothingOfAPreviewThatIsDeleted() {
		propose("p", NAME);
		this.world.aws().stacks().delete(NETWORK, "d");
		this.world.pass(Duration.ofSeconds(30));
		assertThat(this.world.aws().stacks().find(NETWORK)).isEmpty();
		assertThat(changes().find(NETWORK, "p")).isEmpty();
		assertThat(this.world.aws().leftovers("w1")).isEmpty();
		assertThat(this.world.network()).isNotEmpty();
	}

	@Test
	void changesAStackInPlace() {
		String vpc = this.world.network().get("VpcId");
		propose("p", PER_ZONE);
		this.world.pass(Duration.ofSeconds(10));
		assertThat(set("p").changes()).extracting(ChangeSets.Change::action, ChangeSets.Change::resource)
			.contains(tuple(Action.ADD, "NatGateway2"), tuple(Action.MODIFY, "PrivateRoute2"));
		changes().execute(NETWORK, "p", "x");
		assertThat(stack().status()).isEqualTo(StackStatus.UPDATE_IN_PROGRESS);
		this.world.pass(Duration.ofMinutes(10));
		assertThat(stack().status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
		assertThat(stack().outputs()).containsEntry("VpcId", vpc);
		propose("q", NAME);
		this.world.pass(Duration.ofSeconds(10));
		assertThat(set("q").changes()).extracting(ChangeSets.Change::action, ChangeSets.Change::resource)
			.contains(tuple(Action.REMOVE, "NatGateway2"));
		changes().execute(NETWORK, "q", "x");
		this.world.pass(Duration.ofMinutes(10));
		assertThat(this.world.aws().stacks().resources(NETWORK)).filteredOn((part) -> part.id().equals("NatGateway2"))
			.allMatch((part) -> part.status().equals("DELETE_COMPLETE"));
		this.world.aws().stacks().delete(NETWORK, "d");
		this.world.pass(Duration.ofMinutes(10));
		assertThat(this.world.aws().stacks().find(NETWORK)).isEmpty();
	}

	@Test
	void saysWhatWouldBeMadeAnew() {
		Map<String, String> before = AwsWorld.databaseParameters(this.world.network());
		this.world.built("database", before);
		Map<String, String> after = new HashMap<>(before);
		after.put("MasterUser", "other");
		changes().propose("p", AwsWorld.request("database", after, "p"));
		assertThat(changes().find("shiplift-w1-database", "p").orElseThrow().changes()).singleElement()
			.satisfies((change) -> {
				assertThat(change.resource()).isEqualTo("Database");
				assertThat(change.replacement()).isEqualTo(Replacement.YES);
				assertThat(change.causes()).containsExactly("MasterUsername");
				assertThat(change.loses()).isTrue();
			});
	}

	@Test
	void aChangeThatFailsIsTakenBack() {
		this.world.network();
		this.world.world().faults().add("w1", "aws.stacks.execute", Faults.Kind.FAIL_ONCE);
		propose("p", PER_ZONE);
		changes().execute(NETWORK, "p", "x");
		this.world.pass(Duration.ofMinutes(10));
		assertThat(stack().status()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
		assertThat(stack().reason()).contains("Practice fault");
		assertThat(stack().outputs()).isNotEmpty();
		assertThat(set("p").state()).isEqualTo(State.USED);
	}

	@Test
	void nothingToChangeIsSaid() {
		this.world.network();
		propose("p", NAME);
		this.world.pass(Duration.ofSeconds(10));
		assertThat(set("p").state()).isEqualTo(State.EMPTY);
		changes().discard(NETWORK, "p", "d");
		changes().discard(NETWORK, "p", "d");
		assertThat(this.world.effects("stacks", "discard")).containsExactly(Effect.DELETED, Effect.NONE);
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> changes().execute(NETWORK, "p", "x"));
	}

	private ChangeSets changes() {
		return this.world.aws().stacks().changes();
	}

	private void propose(String name, Map<String, String> parameters) {
		changes().propose(name, AwsWorld.request("network", parameters, name));
	}

	private ChangeSet set(String name) {
		return changes().find(NETWORK, name).orElseThrow();
	}

	private Stack stack() {
		return this.world.stack("network");
	}

}
