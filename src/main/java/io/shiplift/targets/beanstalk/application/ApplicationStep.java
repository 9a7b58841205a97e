package io.shiplift.targets.beanstalk.application;

import java.util.List;
import java.util.Map;

import io.shiplift.aws.AwsAccounts;
import io.shiplift.aws.Stacks;
import io.shiplift.aws.Template;
import io.shiplift.fact.Account;
import io.shiplift.fact.Application;
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
 * The application entry on Elastic Beanstalk and the roles its machines run under.
 */
@Component
class ApplicationStep implements Step {

	private final StackReconciler stack = new StackReconciler("application",
			Template.of(ApplicationStep.class, "application.yaml"));

	private final AwsAccounts accounts;

	ApplicationStep(AwsAccounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet.of("application", "Beanstalk application",
				"The application entry on Elastic Beanstalk and the roles its machines run under.", Application.class)
			.needs(Account.class, FileStore.class)
			.forward(RunKind.PREPARE)
			.backward(RunKind.TEARDOWN);
	}

	@Override
	public List<Plan.Resource> resources(Plan plan) {
		return this.stack.resources(Map.of("UploadsBucketArn", "uploads", "WorkBucketArn", "work"));
	}

	@Override
	public StepResult advance(StepContext context) {
		FileStore files = context.fact(FileStore.class);
		Map<String, String> parameters = Map.of("Name", context.slug(), "UploadsBucketArn", files.uploadsArn(),
				"WorkBucketArn", files.workArn());
		return this.stack.advance(context, stacks(context), parameters, ApplicationStep::fact);
	}

	@Override
	public StepResult undo(StepContext context) {
		return this.stack.undo(context, stacks(context));
	}

	private Stacks stacks(StepContext context) {
		return this.accounts.open(context.connection(), context.plan().region()).stacks();
	}

	private static Application fact(Stacks.Stack stack) {
		return new Application(stack.output("ApplicationName"), stack.output("ServiceRole"),
				stack.output("InstanceProfile"));
	}

}
