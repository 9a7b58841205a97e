package io.shiplift.targets.beanstalk.environment;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.aws.Applications;
import io.shiplift.aws.AwsAccounts;
import io.shiplift.fact.Application;
import io.shiplift.fact.Certificate;
import io.shiplift.fact.Configuration;
import io.shiplift.fact.Database;
import io.shiplift.fact.Environment;
import io.shiplift.fact.Network;
import io.shiplift.fact.SourceBundle;
import io.shiplift.plan.Plan;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Makes the environment and sees it ready and healthy; ready alone is not enough.
 */
@Component
class EnvironmentStep implements Step {

	private static final Duration POLL = Duration.ofSeconds(2);

	private static final String PLATFORM = "Python";

	private final AwsAccounts accounts;

	EnvironmentStep(AwsAccounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("environment", "Application environment",
					"Load balancer and machines that run your application, in the private network.", Environment.class)
			.needs(Network.class, Application.class, Certificate.class, Configuration.class, SourceBundle.class,
					Database.class)
			.forward(RunKind.PREPARE)
			.backward(RunKind.TEARDOWN);
	}

	@Override
	public List<Plan.Resource> resources(Plan plan) {
		return List.of(new Plan.Resource("environment", "AWS::ElasticBeanstalk::Environment", "Environment"));
	}

	@Override
	public StepResult advance(StepContext context) {
		Applications applications = applications(context);
		String name = name(context);
		Optional<Applications.Environment> found = applications.findEnvironment(name);
		if (found.isEmpty()) {
			context.act("Create environment " + name, () -> applications.createEnvironment(request(context, name)));
			return StepResult.underway(POLL, "Environment " + name + " was asked for");
		}
		Applications.Environment environment = found.get();
		if (!context.migrationId().equals(environment.tags().get("shiplift:migration"))) {
			return StepResult.failed("An environment named " + name
					+ " exists already and does not belong to this migration. Rename or delete it, then retry.");
		}
		return switch (environment.status()) {
			case LAUNCHING, UPDATING, TERMINATING -> underway(applications, environment);
			case READY -> ready(context, applications, environment);
		};
	}

	@Override
	public StepResult undo(StepContext context) {
		Applications applications = applications(context);
		Optional<Applications.Environment> found = applications.findEnvironment(name(context));
		if (found.isEmpty()) {
			return StepResult.undone();
		}
		if (found.get().status() == Applications.Status.TERMINATING) {
			return underway(applications, found.get());
		}
		return terminate(context, applications);
	}

	private StepResult ready(StepContext context, Applications applications, Applications.Environment environment) {
		Map<String, String> changed = EnvironmentSettings.changed(context, environment);
		if (!changed.isEmpty()) {
			context.act("Set " + changed.keySet() + " of " + environment.name(), () -> applications
				.updateEnvironment(environment.name(), changed, context.token("update-" + context.attempt())));
			return StepResult.underway(POLL, "The environment is being changed to the new plan");
		}
		return switch (environment.health()) {
			case GREEN -> StepResult.done(new Environment(environment.name(), environment.id(), environment.address()));
			case GREY, YELLOW -> underway(applications, environment);
			case RED -> unhealthy(context, applications, environment);
		};
	}

	/** A launch that went wrong never heals: a retry makes the environment anew. */
	private StepResult unhealthy(StepContext context, Applications applications, Applications.Environment environment) {
		int made = Integer.parseInt(environment.tags().getOrDefault("shiplift:generation", "1"));
		if (made < context.generation()) {
			return terminate(context, applications);
		}
		return StepResult.failed("The environment is ready but not healthy. Last event: "
				+ lastEvent(applications, environment) + " Correct the cause, then retry to make it anew.");
	}

	private StepResult terminate(StepContext context, Applications applications) {
		context.act("Terminate environment " + name(context),
				() -> applications.terminateEnvironment(name(context), context.token("terminate")));
		return StepResult.underway(POLL, "The environment is being removed");
	}

	private StepResult underway(Applications applications, Applications.Environment environment) {
		return StepResult.underway(POLL, lastEvent(applications, environment));
	}

	private static String lastEvent(Applications applications, Applications.Environment environment) {
		List<Applications.Event> events = applications.events(environment.name(), null);
		return events.isEmpty() ? "No event yet" : events.getLast().message();
	}

	private static Applications.EnvironmentRequest request(StepContext context, String name) {
		return new Applications.EnvironmentRequest(context.fact(Application.class).name(), name,
				context.fact(SourceBundle.class).versionLabel(), PLATFORM, EnvironmentSettings.of(context),
				context.tags("environment"), context.token("environment"));
	}

	private static String name(StepContext context) {
		return context.name("web");
	}

	private Applications applications(StepContext context) {
		return this.accounts.open(context.connection(), context.plan().region()).applications();
	}

}
