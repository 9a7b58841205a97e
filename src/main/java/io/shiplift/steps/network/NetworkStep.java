package io.shiplift.steps.network;

import java.util.List;
import java.util.Map;

import io.shiplift.aws.AwsAccounts;
import io.shiplift.aws.Stacks;
import io.shiplift.aws.Template;
import io.shiplift.fact.Account;
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
 * Makes the virtual network: public subnets for the load balancer, private ones for
 * everything else.
 */
@Component
class NetworkStep implements Step {

	private final StackReconciler stack = new StackReconciler("network",
			Template.of(NetworkStep.class, "network.yaml"));

	private final AwsAccounts accounts;

	NetworkStep(AwsAccounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("network", "Private network",
					"A network of its own: public subnets for the load balancer, private ones for everything else.",
					Network.class)
			.needs(Account.class)
			.forward(RunKind.PREPARE)
			.backward(RunKind.TEARDOWN);
	}

	@Override
	public List<Plan.Resource> resources(Plan plan) {
		return this.stack.resources(Map.of("Name", "shiplift"));
	}

	@Override
	public StepResult advance(StepContext context) {
		return this.stack.advance(context, stacks(context), Map.of("Name", context.slug()), NetworkStep::network);
	}

	@Override
	public StepResult undo(StepContext context) {
		return this.stack.undo(context, stacks(context));
	}

	private Stacks stacks(StepContext context) {
		return this.accounts.open(context.connection(), context.plan().region()).stacks();
	}

	private static Network network(Stacks.Stack stack) {
		return new Network(stack.output("VpcId"), List.of(stack.output("PublicSubnetIds").split(",")),
				List.of(stack.output("PrivateSubnetIds").split(",")), stack.output("BalancerGroupId"),
				stack.output("AppGroupId"), stack.output("WorkerGroupId"));
	}

}
