package io.shiplift.steps;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.shiplift.aws.ChangeSets.ChangeSet;
import io.shiplift.aws.Precious;
import io.shiplift.aws.Stacks.Stack;
import io.shiplift.fact.Fact;
import io.shiplift.step.StepResult;

/**
 * Changes a stack that stands to what a newer plan wants. AWS works out the changes
 * first; any that would lose data, or take away what others stand in, are refused.
 */
record StackChange(StackTask task) {

	StepResult advance(Stack stack, Function<Stack, Fact> fact) {
		Optional<ChangeSet> found = this.task.stacks().changes().find(stack.name(), this.task.changeSet());
		if (found.isEmpty()) {
			return propose(stack);
		}
		ChangeSet set = found.get();
		return switch (set.state()) {
			case WORKING -> StepResult.underway(StackTask.POLL, "AWS works out what would change");
			case READY -> check(stack, set);
			case USED -> StepResult.underway(StackTask.POLL, "The changes of stack " + stack.name() + " are under way");
			case CARRIED_OUT -> StepResult.done(fact.apply(stack));
			case EMPTY -> {
				discard(stack);
				yield StepResult.done(fact.apply(stack));
			}
			case REFUSED ->
				StepResult.failed("AWS refused the changes to stack " + stack.name() + ". Reason: " + set.reason());
		};
	}

	private StepResult propose(Stack stack) {
		String name = this.task.changeSet();
		this.task.context()
			.act("Work out what the plan changes in stack " + stack.name(),
					() -> this.task.stacks()
						.changes()
						.propose(name, this.task.wanted()
							.request(this.task.context().tags(this.task.part()), this.task.context().token(name))));
		return StepResult.underway(StackTask.POLL, "Stack " + stack.name()
				+ " stands, but was made from an earlier plan; AWS works out what would change");
	}

	private StepResult check(Stack stack, ChangeSet set) {
		List<String> losses = set.changes().stream().flatMap((change) -> Precious.loss(change).stream()).toList();
		if (losses.isEmpty()) {
			return this.task.execute(set.name(), "change");
		}
		discard(stack);
		return StepResult
			.failed("Stack " + stack.name() + " stands, and the new plan would " + String.join(", and ", losses)
					+ ". Nothing was changed. Take that setting back in the plan, or cancel "
					+ "this run, tear down what was built, and prepare again.");
	}

	private void discard(Stack stack) {
		String name = this.task.changeSet();
		this.task.context()
			.act("Throw away the changes " + name + " of stack " + stack.name(),
					() -> this.task.stacks()
						.changes()
						.discard(stack.name(), name, this.task.context().token(name + "-discard")));
	}

}
