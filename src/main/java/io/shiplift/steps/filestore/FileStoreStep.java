package io.shiplift.steps.filestore;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.shiplift.aws.AwsAccounts;
import io.shiplift.aws.Stacks.Stack;
import io.shiplift.aws.Template;
import io.shiplift.fact.Account;
import io.shiplift.fact.Fact;
import io.shiplift.fact.FileStore;
import io.shiplift.step.Outlook;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepSheet;
import io.shiplift.steps.StackReconciler;
import io.shiplift.steps.StackStep;

import org.springframework.stereotype.Component;

/**
 * Buckets for uploaded files and for the source bundles, closed to the public.
 */
@Component
class FileStoreStep extends StackStep {

	FileStoreStep(AwsAccounts accounts) {
		super(accounts, new StackReconciler("filestore", Template.of(FileStoreStep.class, "filestore.yaml")));
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

	@Override
	protected Map<String, String> parameters(Outlook outlook) {
		List<String> hosts = outlook.plan().dns().hostNames();
		return hosts.isEmpty() ? Map.of() : Map.of("AllowedOrigins",
				hosts.stream().map((host) -> "https://" + host).collect(Collectors.joining(",")));
	}

	@Override
	protected Fact fact(StepContext context, Stack stack) {
		return new FileStore(stack.output("UploadsBucket"), stack.output("WorkBucket"),
				stack.output("UploadsBucketArn"), stack.output("WorkBucketArn"));
	}

}
