package io.shiplift.steps.database;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.shiplift.aws.AwsAccounts;
import io.shiplift.aws.Stacks;
import io.shiplift.aws.Template;
import io.shiplift.fact.Database;
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
 * A PostgreSQL server in the private network, encrypted and backed up, with a master
 * password that only AWS knows.
 */
@Component
class DatabaseStep implements Step {

	private final StackReconciler stack = new StackReconciler("database",
			Template.of(DatabaseStep.class, "database.yaml"));

	private final AwsAccounts accounts;

	DatabaseStep(AwsAccounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet.of("database", "Database server",
				"A PostgreSQL server in the private network, encrypted and backed up, with a master password that only AWS knows.",
				Database.class)
			.needs(Network.class)
			.forward(RunKind.PREPARE)
			.backward(RunKind.TEARDOWN);
	}

	private static Map<String, String> sizes(Plan plan) {
		Plan.Sizes sizes = plan.sizes();
		return Map.of("InstanceClass", sizes.databaseClass(), "StorageGiB", Integer.toString(sizes.databaseStorage()),
				"MaxStorageGiB", Integer.toString(Math.max(200, 4 * sizes.databaseStorage())), "Standby",
				Boolean.toString(sizes.databaseStandby()));
	}

	@Override
	public List<Plan.Resource> resources(Plan plan) {
		return this.stack.resources(sizes(plan));
	}

	@Override
	public StepResult advance(StepContext context) {
		Network network = context.fact(Network.class);
		Map<String, String> parameters = new TreeMap<>(sizes(context.plan()));
		parameters.put("Name", context.slug());
		parameters.put("VpcId", network.vpcId());
		parameters.put("PrivateSubnetIds", String.join(",", network.privateSubnets()));
		parameters.put("AppGroupId", network.appGroup());
		parameters.put("WorkerGroupId", network.workerGroup());
		return this.stack.advance(context, stacks(context), parameters, DatabaseStep::fact);
	}

	@Override
	public StepResult undo(StepContext context) {
		return this.stack.undo(context, stacks(context));
	}

	private Stacks stacks(StepContext context) {
		return this.accounts.open(context.connection(), context.plan().region()).stacks();
	}

	private static Database fact(Stacks.Stack stack) {
		return new Database(stack.output("InstanceId"), stack.output("Endpoint"),
				Integer.parseInt(stack.output("Port")), stack.output("MasterSecretArn"));
	}

}
