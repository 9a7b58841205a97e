package io.shiplift.targets.beanstalk.processes;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.shiplift.aws.Applications;
import io.shiplift.aws.AwsAccounts;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.Environment;
import io.shiplift.fact.ProcessesStarted;
import io.shiplift.fact.SchemaMigrated;
import io.shiplift.fact.SourceApp;
import io.shiplift.plan.Provided;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Points the environment to the copied database, which restarts its processes there.
 */
@Component
class ProcessesStep implements Step {

	private static final Duration POLL = Duration.ofSeconds(2);

	private static final String SECRETS = "aws:elasticbeanstalk:application:environmentsecrets:";

	private static final String WORKERS = "aws:elasticbeanstalk:application:environment:SHIPLIFT_BACKGROUND";

	private final AwsAccounts accounts;

	ProcessesStep(AwsAccounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("processes", "Processes on AWS",
					"Web, workers and timers on AWS run on the copied data, while nobody is sent there yet.",
					ProcessesStarted.class)
			.needs(SchemaMigrated.class, DataCopied.class, Environment.class)
			.forward(RunKind.CUTOVER)
			.backward(RunKind.RETURN);
	}

	@Override
	public StepResult advance(StepContext context) {
		String secret = context.fact(DataCopied.class).destination().secret();
		Map<String, String> settings = new TreeMap<>(Map.of(SECRETS + "DATABASE_URL", secret, WORKERS, "on"));
		context.plan().mapping().rewritten(Provided.DATABASE).forEach((name) -> settings.put(SECRETS + name, secret));
		StepResult result = bring(context, settings, "start");
		if (!(result instanceof StepResult.Done)) {
			return result;
		}
		return StepResult.done(new ProcessesStarted(context.fact(Environment.class).name(),
				context.plan()
					.source()
					.processes()
					.stream()
					.filter((process) -> context.plan().mapping().runs(process.type()))
					.collect(Collectors.toMap(SourceApp.Process::type, SourceApp.Process::quantity))));
	}

	@Override
	public StepResult undo(StepContext context) {
		return bring(context, Map.of(WORKERS, "off"), "stop");
	}

	private StepResult bring(StepContext context, Map<String, String> settings, String action) {
		Applications applications = this.accounts.open(context.connection(), context.plan().region()).applications();
		String name = context.fact(Environment.class).name();
		Optional<Applications.Environment> found = applications.findEnvironment(name);
		if (found.isEmpty()) {
			return StepResult.failed("Environment " + name + " does not exist any more. Prepare AWS again.");
		}
		Applications.Environment environment = found.get();
		if (environment.status() != Applications.Status.READY) {
			return StepResult.underway(POLL,
					"The environment is " + environment.status().name().toLowerCase(Locale.ROOT));
		}
		if (!environment.lacks(settings).isEmpty()) {
			context.act("Set " + settings.keySet() + " of " + name, () -> applications.updateEnvironment(name, settings,
					context.token(action + "-" + context.attempt())));
			return StepResult.underway(POLL, "The processes are being restarted");
		}
		return (environment.health() == Applications.Health.GREEN) ? StepResult.undone()
				: StepResult.underway(POLL, "The environment's health is " + environment.health());
	}

}
