package io.shiplift.steps;

import io.shiplift.aws.Stacks.Stack;
import io.shiplift.step.StepResult;

/**
 * The way back of a stack that is there in some state. It is looked for by its id from
 * the first look on, so that a late answer does not pass for its end.
 */
record StackRemoval(StackTask task) {

	StepResult move(Stack stack) {
		this.task.keepId(stack);
		return switch (StackMove.backward(stack.status())) {
			case NOTHING -> {
				new StackProgress(this.task).noteEvents(stack);
				yield StepResult.undone();
			}
			case WAIT -> new StackProgress(this.task).underway(stack);
			case DELETE_AGAIN -> this.task.did("delete") ? stuck(stack) : this.task.delete(stack);
			case DELETE, CREATE, REVIEW, COMPARE, REMAKE, CHANGE_AGAIN, UNSTICK, REFUSE -> this.task.delete(stack);
		};
	}

	static StepResult stuck(Stack stack) {
		return StepResult.failed("AWS could not delete stack " + stack.name() + ". Reason: " + stack.reason()
				+ " Remove what holds it, then retry.");
	}

}
