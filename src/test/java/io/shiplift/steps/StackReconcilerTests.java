package io.shiplift.steps;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.shiplift.aws.ChangeSets.Action;
import io.shiplift.aws.ChangeSets.Change;
import io.shiplift.aws.ChangeSets.Replacement;
import io.shiplift.aws.ChangeSets.State;
import io.shiplift.aws.StackStatus;
import io.shiplift.aws.Stacks.Resource;
import io.shiplift.aws.Template;
import io.shiplift.fact.SchemaMigrated;
import io.shiplift.step.StepResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StackReconciler}: what it does in each state of a stack, in a first
 * try and after a person asked again.
 */
class StackReconcilerTests {

	private static final Template TEMPLATE = new Template("""
			Parameters: {Size: {Type: String}, Key: {Type: String, NoEcho: true, Default: none}}
			Resources:
			  Net: {Type: 'AWS::EC2::VPC'}
			  Data: {Type: 'AWS::RDS::DBInstance', DependsOn: Net}
			""");

	private static final StackReconciler RECONCILER = new StackReconciler("part", TEMPLATE);

	private static final Map<String, String> SIZE = Map.of("Size", "small");

	private static final String SETTINGS = RECONCILER.blueprint(new LoneContext(), SIZE)
		.tags()
		.get("shiplift:settings");

	private final ScriptedStacks stacks = new ScriptedStacks();

	private final LoneContext context = new LoneContext();

	@ParameterizedTest
	@CsvSource(textBlock = """
			REVIEW_IN_PROGRESS,                           delete,   Underway
			CREATE_IN_PROGRESS,                           '',       Underway
			CREATE_COMPLETE,                              '',       Done
			CREATE_FAILED,                                delete,   Underway
			ROLLBACK_IN_PROGRESS,                         '',       Underway
			ROLLBACK_COMPLETE,                            delete,   Underway
			ROLLBACK_FAILED,                              '',       Failed
			DELETE_IN_PROGRESS,                           '',       Underway
			DELETE_COMPLETE,                              create,   Underway
			DELETE_FAILED,                                '',       Failed
			UPDATE_IN_PROGRESS,                           '',       Underway
			UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,          '',       Underway
			UPDATE_COMPLETE,                              '',       Done
			UPDATE_FAILED,                                '',       Done
			UPDATE_ROLLBACK_IN_PROGRESS,                  '',       Underway
			UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, '',       Underway
			UPDATE_ROLLBACK_COMPLETE,                     '',       Done
			UPDATE_ROLLBACK_FAILED,                       '',       Failed
			IMPORT_IN_PROGRESS,                           '',       Underway
			IMPORT_COMPLETE,                              '',       Done
			IMPORT_ROLLBACK_IN_PROGRESS,                  '',       Underway
			IMPORT_ROLLBACK_COMPLETE,                     '',       Done
			IMPORT_ROLLBACK_FAILED,                       '',       Failed
			""")
	void doesWhatTheStateCallsFor(StackStatus status, String asked, String answer) {
		stands(status, SETTINGS);
		assertThat(advance().getClass().getSimpleName()).isEqualTo(answer);
		assertThat(this.stacks.asked).isEqualTo(asked.isEmpty() ? List.of() : List.of(asked));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			CREATE_COMPLETE,          propose
			UPDATE_COMPLETE,          propose
			UPDATE_FAILED,            propose
			UPDATE_ROLLBACK_COMPLETE, propose
			IMPORT_COMPLETE,          propose
			IMPORT_ROLLBACK_COMPLETE, propose
			""")
	void changesAStackOfAnEarlierPlan(StackStatus status, String asked) {
		stands(status, "other");
		assertThat(advance()).isInstanceOf(StepResult.Underway.class);
		assertThat(this.stacks.asked).containsExactly(asked);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			ROLLBACK_FAILED,        delete
			DELETE_FAILED,          delete
			UPDATE_ROLLBACK_FAILED, continue
			""")
	void helpsAStuckStackOnceAPersonAskedAgain(StackStatus status, String asked) {
		stands(status, SETTINGS);
		assertThat(advance()).isInstanceOf(StepResult.Failed.class);
		this.context.generation = 2;
		assertThat(advance()).isInstanceOf(StepResult.Underway.class);
		assertThat(this.stacks.asked).containsExactly(asked);
		assertThat(advance()).isInstanceOfSatisfying(StepResult.Failed.class,
				(failed) -> assertThat(failed.reason()).contains("Thing: no room."));
		assertThat(this.stacks.asked).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(value = StackStatus.class, names = { "CREATE_FAILED", "ROLLBACK_COMPLETE" })
	void whatItCouldNotMakeItMakesAnewWhenAsked(StackStatus status) {
		assertThat(advance()).isInstanceOf(StepResult.Underway.class);
		stands(status, SETTINGS);
		assertThat(advance()).isInstanceOfSatisfying(StepResult.Failed.class,
				(failed) -> assertThat(failed.reason()).contains("could not make", "Thing: no room."));
		this.context.generation = 2;
		assertThat(advance()).isInstanceOf(StepResult.Underway.class);
		assertThat(this.stacks.asked).containsExactly("create", "delete");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			REVIEW_IN_PROGRESS,                           delete, Underway
			CREATE_IN_PROGRESS,                           delete, Underway
			CREATE_COMPLETE,                              delete, Underway
			CREATE_FAILED,                                delete, Underway
			ROLLBACK_IN_PROGRESS,                         '',     Underway
			ROLLBACK_COMPLETE,                            delete, Underway
			ROLLBACK_FAILED,                              delete, Underway
			DELETE_IN_PROGRESS,                           '',     Underway
			DELETE_COMPLETE,                              '',     Done
			DELETE_FAILED,                                delete, Underway
			UPDATE_IN_PROGRESS,                           '',     Underway
			UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,          '',     Underway
			UPDATE_COMPLETE,                              delete, Underway
			UPDATE_FAILED,                                delete, Underway
			UPDATE_ROLLBACK_IN_PROGRESS,                  '',     Underway
			UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, '',     Underway
			UPDATE_ROLLBACK_COMPLETE,                     delete, Underway
			UPDATE_ROLLBACK_FAILED,                       delete, Underway
			IMPORT_IN_PROGRESS,                           '',     Underway
			IMPORT_COMPLETE,                              delete, Underway
			IMPORT_ROLLBACK_IN_PROGRESS,                  '',     Underway
			IMPORT_ROLLBACK_COMPLETE,                     delete, Underway
			IMPORT_ROLLBACK_FAILED,                       delete, Underway
			""")
	void takesAwayWhatTheStateAllows(StackStatus status, String asked, String answer) {
		stands(status, SETTINGS);
		assertThat(undo().getClass().getSimpleName()).isEqualTo(answer);
		assertThat(this.stacks.asked).isEqualTo(asked.isEmpty() ? List.of() : List.of(asked));
	}

	@Test
	void doesNotTakeALateAnswerForTheEnd() {
		assertThat(undo()).isInstanceOf(StepResult.Done.class);
		stands(StackStatus.CREATE_COMPLETE, SETTINGS);
		undo();
		stands(StackStatus.DELETE_IN_PROGRESS, SETTINGS);
		this.stacks.goes();
		assertThat(undo()).isInstanceOf(StepResult.Underway.class);
		stands(StackStatus.DELETE_FAILED, SETTINGS);
		assertThat(undo()).isInstanceOf(StepResult.Failed.class);
		stands(StackStatus.DELETE_COMPLETE, SETTINGS);
		assertThat(undo()).isInstanceOf(StepResult.Done.class);
		assertThat(this.stacks.asked).containsExactly("delete");
	}

	@Test
	void leavesAStackOfSomebodyElseAlone() {
		this.stacks.stands(StackStatus.CREATE_COMPLETE, Map.of("shiplift:migration", "other"));
		assertThat(advance()).isInstanceOf(StepResult.Failed.class);
		assertThat(undo()).isInstanceOf(StepResult.Failed.class);
		assertThat(this.stacks.asked).isEmpty();
	}

	@Test
	void carriesOutChangesThatLoseNothing() {
		stands(StackStatus.CREATE_COMPLETE, "other");
		this.stacks.holds(State.WORKING);
		assertThat(advance()).isInstanceOf(StepResult.Underway.class);
		assertThat(this.stacks.asked).isEmpty();
		this.stacks.holds(State.READY, change(Action.MODIFY, Replacement.NO));
		assertThat(advance()).isInstanceOf(StepResult.Underway.class);
		assertThat(this.stacks.asked).containsExactly("execute");
		this.stacks.holds(State.USED);
		stands(StackStatus.UPDATE_ROLLBACK_COMPLETE, "other");
		assertThat(advance()).isInstanceOfSatisfying(StepResult.Failed.class,
				(failed) -> assertThat(failed.reason()).contains("stands as it was before", "no room"));
	}

	@ParameterizedTest
	@CsvSource({ "REMOVE, NO, would delete Data", "MODIFY, YES, would make anew Data",
			"MODIFY, PERHAPS, would make anew Data" })
	void refusesChangesThatLoseData(Action action, Replacement replacement, String words) {
		stands(StackStatus.CREATE_COMPLETE, "other");
		this.stacks.holds(State.READY, change(action, replacement));
		assertThat(advance()).isInstanceOfSatisfying(StepResult.Failed.class, (failed) -> assertThat(failed.reason())
			.contains(words, "because of Size", "its data would be lost", "Nothing was changed"));
		assertThat(this.stacks.asked).containsExactly("discard");
	}

	@Test
	void isContentWhenNothingWouldChange() {
		stands(StackStatus.CREATE_COMPLETE, "other");
		this.stacks.holds(State.EMPTY);
		assertThat(advance()).isInstanceOf(StepResult.Done.class);
		this.stacks.holds(State.REFUSED);
		assertThat(advance()).isInstanceOf(StepResult.Failed.class);
		this.stacks.holds(State.CARRIED_OUT);
		assertThat(advance()).isInstanceOf(StepResult.Done.class);
	}

	@Test
	void makesWhatWasPreviewed() {
		stands(StackStatus.REVIEW_IN_PROGRESS, SETTINGS);
		this.stacks.holds(State.READY, change(Action.ADD, Replacement.NO));
		assertThat(advance()).isInstanceOf(StepResult.Underway.class);
		assertThat(this.stacks.asked).containsExactly("execute");
	}

	@Test
	void tellsEachResourceOnceAndHowFarItIs() {
		stands(StackStatus.CREATE_IN_PROGRESS, SETTINGS);
		this.stacks.happens("Net", "CREATE_IN_PROGRESS", "");
		this.stacks.happens("Net", "CREATE_COMPLETE", "");
		this.stacks.resources.add(new Resource("Net", "AWS::EC2::VPC", "vpc-1", "CREATE_COMPLETE", Instant.EPOCH));
		assertThat(advance()).isInstanceOfSatisfying(StepResult.Underway.class, (underway) -> {
			assertThat(underway.note()).contains("1 of 2 resources made", "Net is create complete", "6 to 13 minutes");
			assertThat(underway.percent()).isBetween(1, 4);
		});
		this.stacks.happens("Data", "CREATE_FAILED", "no room");
		advance();
		advance();
		assertThat(this.context.notes).containsExactly("Net is create complete", "Data is create failed (no room)");
	}

	@Test
	void theSecretIsNoSetting() {
		assertThat(RECONCILER.blueprint(this.context, Map.of("Size", "small", "Key", "abc"))).satisfies((blueprint) -> {
			assertThat(blueprint.tags()).containsEntry("shiplift:settings", SETTINGS);
			assertThat(blueprint.parameters()).containsOnlyKeys("Size");
			assertThat(blueprint.secret()).containsExactly("Key");
			assertThat(blueprint.missing()).isEmpty();
		});
		assertThat(RECONCILER.blueprint(this.context, Map.of()).missing()).containsExactly("Size");
	}

	private void stands(StackStatus status, String settings) {
		this.stacks.stands(status, Map.of("shiplift:migration", "w1", "shiplift:settings", settings));
	}

	private StepResult advance() {
		return RECONCILER.advance(this.context, this.stacks, SIZE, (stack) -> new SchemaMigrated("x", "y", 1));
	}

	private StepResult undo() {
		return RECONCILER.undo(this.context, this.stacks);
	}

	private static Change change(Action action, Replacement replacement) {
		return new Change(action, "Data", "AWS::RDS::DBInstance", "db-1", replacement, List.of("Size"));
	}

}
