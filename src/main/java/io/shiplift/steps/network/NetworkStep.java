package io.shiplift.steps.network;

import java.util.List;
import java.util.Map;

import io.shiplift.aws.AwsAccounts;
import io.shiplift.aws.Stacks.Stack;
import io.shiplift.aws.Template;
import io.shiplift.fact.Account;
import io.shiplift.fact.Fact;
import io.shiplift.fact.Network;
import io.shiplift.step.Outlook;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepSheet;
import io.shiplift.steps.Parameters;
import io.shiplift.steps.StackReconciler;
import io.shiplift.steps.StackStep;

import org.springframework.stereotype.Component;

/**
 * Makes the virtual network: public subnets for the load balancer, private ones for
 * everything else.
 */
@Component
class NetworkStep extends StackStep {

	/** Given in full, as not every place works lists out of a template's defaults. */
	private static final Map<String, String> LAYOUT = Map.of("VpcCidr", "10.42.0.0/16", "PublicCidrs",
			"10.42.0.0/24,10.42.1.0/24", "PrivateCidrs", "10.42.4.0/22,10.42.8.0/22", "Nat", "single", "FlowLogs",
			"true");

	NetworkStep(AwsAccounts accounts) {
		super(accounts, new StackReconciler("network", Template.of(NetworkStep.class, "network.yaml")));
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
	protected Map<String, String> parameters(Outlook outlook) {
		return Parameters.named(outlook).with(LAYOUT).values();
	}

	@Override
	protected Fact fact(StepContext context, Stack stack) {
		return new Network(stack.output("VpcId"), List.of(stack.output("PublicSubnetIds").split(",")),
				List.of(stack.output("PrivateSubnetIds").split(",")), stack.output("BalancerGroupId"),
				stack.output("AppGroupId"), stack.output("WorkerGroupId"));
	}

}
