package io.shiplift.steps;

import java.util.function.Function;

import io.shiplift.aws.ChangeSets.ChangeSet;
import io.shiplift.aws.ChangeSets.State;
import io.shiplift.aws.Stacks.Stack;
import io.shiplift.fact.Fact;
import io.shiplift.step.StepResult;

/**
 * The way forward of a stack that is there in some state.
 */
record StackAdvance(StackTask task) {

	StepResult move(Stack stack, Function<Stack, Fact> fact) {
		return switch (StackMove.forward(stack.status())) {
			case CREATE, NOTHING -> this.task.create();
			case WAIT -> new StackProgress(this.task).underway(stack);
			case REVIEW -> reviewed(stack);
			case COMPARE -> this.task.wanted().is(stack) ? done(stack, fact) : change().advance(stack, fact);
			case REMAKE -> remake(stack);
			case CHANGE_AGAIN -> changeAgain(stack, fact);
			case UNSTICK -> unstick(stack);
			case DELETE, DELETE_AGAIN -> deleteAgain(stack);
			case REFUSE -> StepResult.failed("Somebody took resources over into stack " + stack.name()
					+ " by hand, and that got stuck: " + stack.reason() + " Put it right in the console, then retry.");
		};
	}

	private StepResult done(Stack stack, Function<Stack, Fact> fact) {
		new StackProgress(this.task).noteEvents(stack);
		return StepResult.done(fact.apply(stack));
	}

	private StackChange change() {
		return new StackChange(this.task);
	}

	/** What was looked at is what is made, if it still is what the plan wants. */
	private StepResult reviewed(Stack stack) {
		String previewed = this.task.wanted().previewed();
		State state = this.task.stacks().changes().find(stack.name(), previewed).map(ChangeSet::state).orElse(null);
		return switch (state) {
			case READY -> this.task.execute(previewed, "create");
			case WORKING, USED, CARRIED_OUT ->
				StepResult.underway(StackTask.POLL, "AWS works out what stack " + stack.name() + " will consist of");
			case EMPTY, REFUSED -> this.task.delete(stack);
			case null -> this.task.delete(stack);
		};
	}

	/**
	 * A failed creation leads on only by deletion; whether to try again is up to a
	 * person.
	 */
	private StepResult remake(Stack stack) {
		new StackProgress(this.task).noteEvents(stack);
		if (!this.task.did("create")) {
			return this.task.delete(stack);
		}
		String left = this.task.wanted().onFailure().words();
		return StepResult.failed("AWS could not make stack " + stack.name() + " and " + left + ". Reason: "
				+ stack.reason() + " Retry makes it anew.");
	}

	private StepResult changeAgain(Stack stack, Function<Stack, Fact> fact) {
		new StackProgress(this.task).noteEvents(stack);
		boolean open = this.task.stacks()
			.changes()
			.find(stack.name(), this.task.changeSet())
			.filter((set) -> set.state() != State.USED)
			.isPresent();
		if (this.task.did("change") && !open) {
			return StepResult.failed("AWS could not change stack " + stack.name()
					+ "; it stands as it was before. Reason: " + stack.reason() + " Retry tries the change again.");
		}
		return this.task.wanted().is(stack) ? done(stack, fact) : change().advance(stack, fact);
	}

	private StepResult unstick(Stack stack) {
		if (this.task.askedAgain() && !this.task.did("unstick")) {
			return this.task.continueRollback(stack);
		}
		return StepResult
			.failed("A change of stack " + stack.name() + " failed, and AWS could not put everything back. Reason: "
					+ stack.reason() + " Remove what stands in its way, then retry: AWS goes on with the way back.");
	}

	private StepResult deleteAgain(Stack stack) {
		if (this.task.askedAgain() && !this.task.did("delete")) {
			return this.task.delete(stack);
		}
		return StackRemoval.stuck(stack);
	}

}
