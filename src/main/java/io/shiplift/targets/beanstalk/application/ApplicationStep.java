package io.shiplift.targets.beanstalk.application;

import java.util.Map;

import io.shiplift.aws.AwsAccounts;
import io.shiplift.aws.Stacks.Stack;
import io.shiplift.aws.Template;
import io.shiplift.fact.Account;
import io.shiplift.fact.Application;
import io.shiplift.fact.Fact;
import io.shiplift.fact.FileStore;
import io.shiplift.step.Outlook;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepSheet;
import io.shiplift.steps.Parameters;
import io.shiplift.steps.StackReconciler;
import io.shiplift.steps.StackStep;

import org.springframework.stereotype.Component;

/**
 * The application entry on Elastic Beanstalk and the roles its machines run under.
 */
@Component
class ApplicationStep extends StackStep {

	ApplicationStep(AwsAccounts accounts) {
		super(accounts, new StackReconciler("application", Template.of(ApplicationStep.class, "application.yaml")));
	}

	@Override
	public StepSheet sheet() {
		return StepSheet.of("application", "Beanstalk application",
				"The application entry on Elastic Beanstalk and the roles its machines run under.", Application.class)
			.needs(Account.class, FileStore.class)
			.forward(RunKind.PREPARE)
			.backward(RunKind.TEARDOWN);
	}

	/** Before there are buckets, the plan shows the rights to them all the same. */
	@Override
	protected Map<String, String> parameters(Outlook outlook) {
		return Parameters.named(outlook)
			.with(outlook.find(FileStore.class)
				.map((files) -> Map.of("UploadsBucketArn", files.uploadsArn(), "WorkBucketArn", files.workArn()))
				.orElse(Map.of()))
			.values();
	}

	@Override
	protected Fact fact(StepContext context, Stack stack) {
		return new Application(stack.output("ApplicationName"), stack.output("ServiceRole"),
				stack.output("InstanceProfile"));
	}

}
