package io.shiplift.practice;

import java.util.List;
import java.util.function.Supplier;

import io.shiplift.outside.OutsideProblem;
import io.shiplift.outside.OutsideProblem.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Ledger} and {@link Faults}.
 */
class LedgerTests {

	private static final Call CREATE = new Call("w", "aws.stacks", "create", "t1", "shiplift-w-network");

	private final PracticeWorld world = new PracticeWorld();

	@Test
	void writesOneRowForEachCall() {
		assertThat(effect(CREATE)).isEqualTo("made");
		assertThat(this.world.ledger().entries("w")).singleElement().satisfies((entry) -> {
			assertThat(entry.service()).isEqualTo("aws.stacks");
			assertThat(entry.call()).isEqualTo("create");
			assertThat(entry.token()).isEqualTo("t1");
			assertThat(entry.target()).isEqualTo("shiplift-w-network");
			assertThat(entry.effect()).isEqualTo(Change.Effect.CREATED);
			assertThat(entry.at().toInstant()).isEqualTo(this.world.clock().instant());
		});
		assertThat(this.world.ledger().entries("other")).isEmpty();
	}

	@Test
	void leavesNothingOfACallThatBreaks() {
		Supplier<Change<String>> broken = () -> {
			this.world.jdbc()
				.sql("insert into practice_fault (world, pattern, kind, remaining, from_property)"
						+ " values ('w', 'x', 'HANG', 1, false)")
				.update();
			throw new IllegalStateException("broken");
		};
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.world.ledger().effect(CREATE, broken));
		assertThat(this.world.ledger().entries("w")).isEmpty();
		assertThat(this.world.faults().list("w")).isEmpty();
	}

	@Test
	void throttlesBeforeAnythingHappens() {
		this.world.faults().add("w", "aws.stacks.create", Faults.Kind.THROTTLE, 2);
		assertProblem(Kind.TRANSIENT, CREATE);
		assertProblem(Kind.TRANSIENT, CREATE);
		assertThat(this.world.ledger().entries("w")).isEmpty();
		assertThat(effect(CREATE)).isEqualTo("made");
	}

	@Test
	void losesTheAnswerAfterTheEffect() {
		this.world.faults().add("w", "network", Faults.Kind.TIMEOUT_AFTER_EFFECT);
		assertProblem(Kind.UNKNOWN, CREATE);
		assertThat(this.world.ledger().entries("w")).hasSize(1);
		assertThat(this.world.faults().list("w")).isEmpty();
	}

	@Test
	void refusesOnceOrAlways() {
		this.world.faults().add("w", "network", Faults.Kind.FAIL_ONCE);
		assertProblem(Kind.REFUSED, CREATE);
		assertThat(effect(CREATE)).isEqualTo("made");
		this.world.faults().add("w", "aws", Faults.Kind.FAIL_ALWAYS);
		assertProblem(Kind.REFUSED, CREATE);
		assertProblem(Kind.REFUSED, CREATE);
		this.world.faults().clear("w");
		assertThat(effect(CREATE)).isEqualTo("made");
	}

	@Test
	void hangsWithoutAnEffect() {
		this.world.faults().add("w", "network", Faults.Kind.HANG);
		assertProblem(Kind.UNKNOWN, CREATE);
		assertThat(this.world.ledger().entries("w")).isEmpty();
	}

	@Test
	void tellsAProcessItsFate() {
		this.world.faults().add("w", "network", Faults.Kind.FAIL_ONCE);
		this.world.faults().add("w", "network", Faults.Kind.HANG);
		assertThat(List.of(fate(), fate(), fate())).containsExactly(Fate.FAILS, Fate.HANGS, Fate.STANDS);
	}

	@Test
	void aTargetAloneSparesLooksAndRemovals() {
		this.world.faults().add("w", "network", Faults.Kind.FAIL_ALWAYS);
		this.world.faults().look(Call.look("w", "aws.stacks", "find", "shiplift-w-network"));
		Call delete = new Call("w", "aws.stacks", "delete", "t2", "shiplift-w-network");
		assertThat(effect(delete)).isEqualTo("made");
		this.world.faults().add("w", "aws.stacks.delete@network", Faults.Kind.FAIL_ONCE);
		assertProblem(Kind.REFUSED, delete);
	}

	@Test
	void aStepIsKnownByItsToken() {
		this.world.faults().add("w", "environment", Faults.Kind.FAIL_ONCE);
		assertProblem(Kind.REFUSED, new Call("w", "aws.applications", "createEnvironment",
				"shiplift-w-environment-7-g1", "shiplift-w-web"));
	}

	@Test
	void throttlesLooksByCall() {
		this.world.faults().add("w", "aws.stacks.find", Faults.Kind.THROTTLE, 1);
		Call find = Call.look("w", "aws.stacks", "find", "shiplift-w-network");
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> this.world.faults().look(find));
		this.world.faults().look(find);
	}

	@Test
	void armsEachWorldOnceFromTheProperty() {
		PracticeWorld faulty = new PracticeWorld("network:fail-once", "aws.stacks.create@database:hang");
		assertThat(faulty.faults().list("a")).extracting(Faults.Fault::kind)
			.containsExactly(Faults.Kind.FAIL_ONCE, Faults.Kind.HANG);
		faulty.faults().clear("a");
		assertThat(faulty.faults().list("a")).isEmpty();
		assertThat(faulty.faults().list("b")).hasSize(2);
	}

	@Test
	void saysWhatIsWrongWithTheProperty() {
		assertThatIllegalArgumentException().isThrownBy(() -> new PracticeWorld("network:explode"))
			.withMessageContaining("network:explode");
		assertThatIllegalArgumentException().isThrownBy(() -> new PracticeWorld("network"))
			.withMessageContaining("network:fail-once");
	}

	private String effect(Call call) {
		return this.world.ledger().effect(call, () -> Change.created("made"));
	}

	private Fate fate() {
		return this.world.ledger().process(CREATE, Change::created);
	}

	private void assertProblem(Kind kind, Call call) {
		assertThatExceptionOfType(OutsideProblem.class).isThrownBy(() -> effect(call))
			.satisfies((problem) -> assertThat(problem.kind()).isEqualTo(kind));
	}

}
