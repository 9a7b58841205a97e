package io.shiplift.steps;

import java.time.Duration;
import java.util.function.Supplier;

import io.shiplift.aws.Stacks;
import io.shiplift.aws.Stacks.Stack;
import io.shiplift.step.Blueprint;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;

/**
 * The stack of one step in one run: what can be done to it, each once in a try.
 */
record StackTask(StepContext context, Stacks stacks, String part, WantedStack wanted) {

	static final Duration POLL = Duration.ofSeconds(2);

	private static final String ID = "stack-id";

	String name() {
		return this.wanted.name();
	}

	boolean owns(Stack stack) {
		return this.context.migrationId().equals(stack.tags().get("shiplift:migration"));
	}

	StepResult create() {
		return once("create", "Create stack " + name(), "Stack " + name() + " was asked for", () -> {
			keepRequest();
			this.stacks.create(this.wanted.request(this.context.tags(this.part), this.context.token(this.part)));
			return true;
		});
	}

	/** Executes a set of changes that makes or changes the stack. */
	StepResult execute(String changeSet, String deed) {
		return once(deed, "Carry out the changes " + changeSet + " of stack " + name(),
				"The changes of stack " + name() + " are under way", () -> {
					keepRequest();
					this.stacks.changes().execute(name(), changeSet, this.context.token(this.part + "-" + deed));
					return true;
				});
	}

	StepResult delete(Stack stack) {
		return once("delete", "Delete stack " + stack.name(), "Stack " + stack.name() + " is being removed", () -> {
			this.stacks.delete(stack.name(), this.context.token(this.part + "-delete"));
			return true;
		});
	}

	StepResult continueRollback(Stack stack) {
		return once("unstick", "Go on with the way back of stack " + stack.name(),
				"Stack " + stack.name() + " goes on with its way back", () -> {
					this.stacks.continueRollback(stack.name(), this.context.token(this.part + "-unstick"));
					return true;
				});
	}

	/** Exactly what AWS is asked for, without secrets, for whoever wants to keep it. */
	private void keepRequest() {
		this.context.renew(Blueprint.BUILT,
				new Blueprints(this.wanted.template()).of(this.part, this.wanted, this.context.tags(this.part)));
	}

	private StepResult once(String deed, String intent, String note, Supplier<Boolean> call) {
		mark(deed);
		this.context.act(intent, call);
		return StepResult.underway(POLL, note);
	}

	/** Committed before the deed, so that its failure is known to be this try's own. */
	private void mark(String deed) {
		this.context.remember(mine(deed), Boolean.class, () -> true);
	}

	/** Whether this try did that already. */
	boolean did(String deed) {
		return this.context.recall(mine(deed), Boolean.class).isPresent();
	}

	/** Whether a person asked to try again in this run. */
	boolean askedAgain() {
		return this.context.generation() > 1;
	}

	/** Names of changes that no other try makes. */
	String changeSet() {
		return this.wanted.previewed() + "-" + this.context.runId() + "-" + this.context.generation();
	}

	/** Keeps the id, by which the stack is found even when its name is free again. */
	void keepId(Stack stack) {
		if (!keptId().equals(stack.id())) {
			this.context.renew(mine(ID), stack.id());
		}
	}

	/** The id of the stack that was deleted in this run; may be empty. */
	String keptId() {
		return this.context.recall(mine(ID), String.class).orElse("");
	}

	private String mine(String thing) {
		return thing + "-" + this.context.runId() + "-" + this.context.generation();
	}

}
