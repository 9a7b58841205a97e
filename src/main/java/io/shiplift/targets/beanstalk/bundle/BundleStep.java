package io.shiplift.targets.beanstalk.bundle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.shiplift.aws.Applications;
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

	private static final Duration POLL = Duration.ofSeconds(2);

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
		Supplier<Optional<Applications.Version>> look = () -> aws.applications().findVersion(application, label);
		Optional<Applications.Version> version = look.get().or(() -> {
			context.act("Register version " + label,
					() -> aws.applications()
						.createVersion(new Applications.VersionRequest(application, label, bucket, objectKey,
								context.tags("bundle"), context.token("version-" + label))));
			return look.get();
		});
		return switch (version.map(Applications.Version::state).orElse(Applications.Version.State.PROCESSING)) {
			case PROCESSING -> StepResult.underway(POLL, "Beanstalk looks through version " + label);
			case READY -> StepResult.done(new SourceBundle(bucket, objectKey, label));
			case FAILED -> StepResult
				.failed("Beanstalk could not process version " + label + ". Look at the events of application "
						+ application + ", correct the bundle and delete the version, then retry.");
		};
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
