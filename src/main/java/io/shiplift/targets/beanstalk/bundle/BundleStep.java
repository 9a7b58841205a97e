package io.shiplift.targets.beanstalk.bundle;

import java.util.List;

import io.shiplift.aws.Aws;
import io.shiplift.aws.AwsAccounts;
import io.shiplift.fact.Application;
import io.shiplift.fact.FileStore;
import io.shiplift.fact.SourceBundle;
import io.shiplift.plan.Plan;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Packs what Beanstalk deploys and registers it as an application version. The same plan
 * always gives the same bytes and so the same label.
 */
@Component
class BundleStep implements Step {

	private final AwsAccounts accounts;

	BundleStep(AwsAccounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("bundle", "Source bundle",
					"The deployable package with its generated Procfile and settings, uploaded and registered.",
					SourceBundle.class)
			.needs(FileStore.class, Application.class)
			.forward(RunKind.PREPARE)
			.backward(RunKind.TEARDOWN);
	}

	@Override
	public List<Plan.Resource> resources(Plan plan) {
		return List.of(new Plan.Resource("bundle", "AWS::ElasticBeanstalk::ApplicationVersion", "Version"));
	}

	@Override
	public StepResult advance(StepContext context) {
		Aws aws = aws(context);
		byte[] content = Bundle.of(context.plan());
		String label = "shiplift-" + Bundle.digest(content).substring(0, 12);
		String bucket = context.fact(FileStore.class).work();
		String objectKey = "bundles/" + label + ".zip";
		if (!aws.objects().exists(bucket, objectKey)) {
			context.act("Upload " + objectKey,
					() -> aws.objects().put(bucket, objectKey, content, context.token("upload-" + label)));
		}
		String application = context.fact(Application.class).name();
		if (aws.applications().findVersion(application, label).isEmpty()) {
			context.act("Register version " + label, () -> aws.applications()
				.createVersion(application, label, bucket, objectKey, context.token("version-" + label)));
		}
		return StepResult.done(new SourceBundle(bucket, objectKey, label));
	}

	@Override
	public StepResult undo(StepContext context) {
		Aws aws = aws(context);
		context.find(SourceBundle.class).ifPresent((bundle) -> {
			String application = context.fact(Application.class).name();
			if (aws.applications().findVersion(application, bundle.versionLabel()).isPresent()) {
				context.act("Delete version " + bundle.versionLabel(), () -> aws.applications()
					.deleteVersion(application, bundle.versionLabel(), context.token("version-delete")));
			}
		});
		context.find(FileStore.class)
			.filter((files) -> context.find(SourceBundle.class)
				.filter((bundle) -> aws.objects().exists(files.work(), bundle.objectKey()))
				.isPresent())
			.ifPresent((files) -> context.act("Empty bucket " + files.work(),
					() -> aws.objects().empty(files.work(), context.token("empty"))));
		return StepResult.undone();
	}

	private Aws aws(StepContext context) {
		return this.accounts.open(context.connection(), context.plan().region());
	}

}
