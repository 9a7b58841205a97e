package io.shiplift.steps;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.shiplift.aws.Stacks;
import io.shiplift.aws.Stacks.OnFailure;
import io.shiplift.aws.Stacks.Stack;
import io.shiplift.aws.Template;
import io.shiplift.fact.Fact;
import io.shiplift.plan.Plan;
import io.shiplift.step.Blueprint;
import io.shiplift.step.Outlook;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;

/**
 * Brings one CloudFormation stack about, changes it, or takes it away: looks at its state
 * first and does the one thing that state calls for. A stack of that name without our
 * tags is refused, never adopted.
 */
public record StackReconciler(String part, Template template, OnFailure onFailure) {

	public StackReconciler(String part, Template template) {
		this(part, template, OnFailure.ROLLBACK);
	}

	public StepResult advance(StepContext context, Stacks stacks, Map<String, String> parameters,
			Function<Stack, Fact> fact) {
		StackTask task = task(context, stacks, parameters);
		Optional<Stack> found = stacks.find(task.name());
		if (found.isEmpty()) {
			return task.create();
		}
		Stack stack = found.get();
		return task.owns(stack) ? new StackAdvance(task).move(stack, fact) : foreign(stack);
	}

	public StepResult undo(StepContext context, Stacks stacks) {
		StackTask task = task(context, stacks, Map.of());
		Optional<Stack> found = stacks.find(task.name());
		if (found.isEmpty() && !task.keptId().isEmpty()) {
			found = stacks.find(task.keptId());
		}
		if (found.isEmpty()) {
			return StepResult.undone();
		}
		Stack stack = found.get();
		return task.owns(stack) ? new StackRemoval(task).move(stack) : foreign(stack);
	}

	/** What the stack will consist of, for the plan. */
	public List<Plan.Resource> resources(Map<String, String> parameters) {
		return this.template.resources(parameters)
			.stream()
			.map((resource) -> new Plan.Resource(this.part, resource.type(), resource.id()))
			.toList();
	}

	/** The stack as it would be built with what is known so far. */
	public Blueprint blueprint(Outlook outlook, Map<String, String> parameters) {
		WantedStack wanted = wanted(outlook, parameters);
		return new Blueprints(this.template).of(this.part, wanted, outlook.tags(this.part, 1));
	}

	private StackTask task(StepContext context, Stacks stacks, Map<String, String> parameters) {
		return new StackTask(context, stacks, this.part, wanted(context, parameters));
	}

	private WantedStack wanted(Outlook outlook, Map<String, String> parameters) {
		return new WantedStack(outlook.name(this.part), this.template, parameters, this.onFailure);
	}

	private static StepResult foreign(Stack stack) {
		return StepResult.failed("A stack named " + stack.name()
				+ " exists already and does not belong to this migration. Rename or delete it, then retry.");
	}

}
