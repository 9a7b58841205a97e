package io.shiplift.steps.cache;

import java.util.List;
import java.util.Map;

import io.shiplift.aws.AwsAccounts;
import io.shiplift.aws.Stacks;
import io.shiplift.aws.Template;
import io.shiplift.fact.Cache;
import io.shiplift.fact.Network;
import io.shiplift.plan.Plan;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;
import io.shiplift.steps.StackReconciler;

import org.springframework.stereotype.Component;

/**
 * A Valkey cache in the private network that also serves as Celery broker.
 */
@Component
class CacheStep implements Step {

	private final StackReconciler stack = new StackReconciler("cache", Template.of(CacheStep.class, "cache.yaml"));

	private final AwsAccounts accounts;

	CacheStep(AwsAccounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("cache", "Cache and broker", "A Valkey cache in the private network that also serves as Celery broker.",
					Cache.class)
			.needs(Network.class)
			.forward(RunKind.PREPARE)
			.backward(RunKind.TEARDOWN);
	}

	@Override
	public boolean appliesTo(Plan plan) {
		return plan.usesCache();
	}

	@Override
	public List<Plan.Resource> resources(Plan plan) {
		return this.stack.resources(Map.of());
	}

	@Override
	public StepResult advance(StepContext context) {
		Network network = context.fact(Network.class);
		Map<String, String> parameters = Map.of("Name", context.slug(), "VpcId", network.vpcId(), "PrivateSubnetIds",
				String.join(",", network.privateSubnets()), "AppGroupId", network.appGroup(), "NodeType",
				context.plan().sizes().cacheNode());
		return this.stack.advance(context, stacks(context), parameters, CacheStep::fact);
	}

	@Override
	public StepResult undo(StepContext context) {
		return this.stack.undo(context, stacks(context));
	}

	private Stacks stacks(StepContext context) {
		return this.accounts.open(context.connection(), context.plan().region()).stacks();
	}

	private static Cache fact(Stacks.Stack stack) {
		return new Cache(stack.output("Endpoint"), Integer.parseInt(stack.output("Port")),
				stack.output("UrlSecretArn"));
	}

}
