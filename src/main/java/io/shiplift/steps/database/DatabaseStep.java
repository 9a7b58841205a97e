package io.shiplift.steps.database;

import java.util.Map;

import io.shiplift.aws.AwsAccounts;
import io.shiplift.aws.Stacks.OnFailure;
import io.shiplift.aws.Stacks.Stack;
import io.shiplift.aws.Template;
import io.shiplift.fact.Database;
import io.shiplift.fact.Fact;
import io.shiplift.fact.Network;
import io.shiplift.plan.Plan;
import io.shiplift.step.Outlook;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepSheet;
import io.shiplift.steps.Parameters;
import io.shiplift.steps.StackReconciler;
import io.shiplift.steps.StackStep;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A PostgreSQL server in the private network, encrypted and backed up, with a master
 * password that only AWS knows.
 */
@Component
class DatabaseStep extends StackStep {

	private final boolean real;

	DatabaseStep(AwsAccounts accounts, @Value("${shiplift.aws.endpoint:}") String endpoint) {
		super(accounts, new StackReconciler("database", Template.of(DatabaseStep.class, "database.yaml"),
				OnFailure.DO_NOTHING));
		this.real = endpoint.isEmpty();
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

	@Override
	protected Map<String, String> parameters(Outlook outlook) {
		return Parameters.named(outlook)
			.with(sizes(outlook.plan().sizes()))
			.with(Map.of("OwnSettings", Boolean.toString(this.real)))
			.inside(outlook)
			.with(outlook.find(Network.class)
				.map((network) -> Map.of("WorkerGroupId", network.workerGroup()))
				.orElse(Map.of()))
			.values();
	}

	private static Map<String, String> sizes(Plan.Sizes sizes) {
		return Map.of("InstanceClass", sizes.databaseClass(), "StorageGiB", Integer.toString(sizes.databaseStorage()),
				"MaxStorageGiB", Integer.toString(Math.max(200, 4 * sizes.databaseStorage())), "Standby",
				Boolean.toString(sizes.databaseStandby()));
	}

	@Override
	protected Fact fact(StepContext context, Stack stack) {
		return new Database(stack.output("InstanceId"), stack.output("Endpoint"),
				Integer.parseInt(stack.output("Port")), stack.outputs().getOrDefault("MasterSecretArn", ""));
	}

}
