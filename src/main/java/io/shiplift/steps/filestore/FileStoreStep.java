package io.shiplift.steps.filestore;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.shiplift.aws.AwsAccounts;
import io.shiplift.aws.Stacks;
import io.shiplift.aws.Template;
import io.shiplift.fact.Account;
import io.shiplift.fact.FileStore;
import io.shiplift.plan.Plan;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;
import io.shiplift.steps.StackReconciler;

import org.springframework.stereotype.Component;

/**
 * Buckets for uploaded files and for the source bundles, closed to the public.
 */
@Component
class FileStoreStep implements Step {

	private final StackReconciler stack = new StackReconciler("filestore",
			Template.of(FileStoreStep.class, "filestore.yaml"));

	private final AwsAccounts accounts;

	FileStoreStep(AwsAccounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("filestore", "File store",
					"Buckets for uploaded files and for the source bundles, closed to the public.", FileStore.class)
			.needs(Account.class)
			.forward(RunKind.PREPARE)
			.backward(RunKind.TEARDOWN);
	}

	private static Map<String, String> origins(Plan plan) {
		List<String> hosts = plan.dns().hostNames();
		return hosts.isEmpty() ? Map.of() : Map.of("AllowedOrigins",
				hosts.stream().map((host) -> "https://" + host).collect(Collectors.joining(",")));
	}

	@Override
	public List<Plan.Resource> resources(Plan plan) {
		return this.stack.resources(origins(plan));
	}

	@Override
	public StepResult advance(StepContext context) {
		Map<String, String> parameters = origins(context.plan());
		return this.stack.advance(context, stacks(context), parameters, FileStoreStep::fact);
	}

	@Override
	public StepResult undo(StepContext context) {
		return this.stack.undo(context, stacks(context));
	}

	private Stacks stacks(StepContext context) {
		return this.accounts.open(context.connection(), context.plan().region()).stacks();
	}

	private static FileStore fact(Stacks.Stack stack) {
		return new FileStore(stack.output("UploadsBucket"), stack.output("WorkBucket"),
				stack.output("UploadsBucketArn"), stack.output("WorkBucketArn"));
	}

}
