package io.shiplift.steps;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.aws.Aws;
import io.shiplift.aws.AwsAccounts;
import io.shiplift.aws.Stacks.Stack;
import io.shiplift.fact.Fact;
import io.shiplift.plan.Plan;
import io.shiplift.step.Blueprint;
import io.shiplift.step.Outlook;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;

/**
 * A step that builds one stack from a template. What it adds is the template's parameters
 * and the fact that stands when the stack does.
 */
public abstract class StackStep implements Step {

	private final AwsAccounts accounts;

	private final StackReconciler stack;

	protected StackStep(AwsAccounts accounts, StackReconciler stack) {
		this.accounts = accounts;
		this.stack = stack;
	}

	/** The parameters as far as the facts that stand tell them. */
	protected abstract Map<String, String> parameters(Outlook outlook);

	/** The parameters that nobody may see; the step makes their values. */
	protected Map<String, String> secrets(StepContext context) {
		return Map.of();
	}

	protected abstract Fact fact(StepContext context, Stack stack);

	@Override
	public List<Plan.Resource> resources(Plan plan) {
		return this.stack.resources(parameters(Outlook.of(plan)));
	}

	@Override
	public Optional<Blueprint> blueprint(Outlook outlook) {
		return Optional.of(this.stack.blueprint(outlook, parameters(outlook)));
	}

	@Override
	public StepResult advance(StepContext context) {
		Parameters all = new Parameters(parameters(context)).with(secrets(context));
		return this.stack.advance(context, aws(context).stacks(), all.values(), (made) -> fact(context, made));
	}

	@Override
	public StepResult undo(StepContext context) {
		return this.stack.undo(context, aws(context).stacks());
	}

	protected final Aws aws(StepContext context) {
		return this.accounts.open(context.connection(), context.plan().region());
	}

}
