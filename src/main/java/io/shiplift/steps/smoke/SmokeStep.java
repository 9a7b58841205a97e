package io.shiplift.steps.smoke;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.shiplift.fact.Environment;
import io.shiplift.fact.ProcessesStarted;
import io.shiplift.fact.SchemaMigrated;
import io.shiplift.fact.SmokePassed;
import io.shiplift.http.Probe;
import io.shiplift.http.Probes;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Asks the application on AWS, under each of its host names, for the path that the plan
 * names.
 */
@Component
class SmokeStep implements Step {

	private final Probes probes;

	SmokeStep(Probes probes) {
		this.probes = probes;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("smoke", "Smoke test", "Asks the app on AWS as visitors will, under each host name, before they come.",
					SmokePassed.class)
			.needs(SchemaMigrated.class, ProcessesStarted.class, Environment.class)
			.forward(RunKind.REHEARSAL, RunKind.CUTOVER);
	}

	@Override
	public StepResult advance(StepContext context) {
		String address = context.fact(Environment.class).address();
		String path = context.plan().healthPath();
		List<String> passed = new ArrayList<>();
		long millis = 0;
		for (String host : hosts(context, address)) {
			Probe.Answer answer = this.probes.of(context.connection())
				.get(context.connection(), address, host, path, Duration.ofSeconds(10));
			if (answer.status() >= 400) {
				return StepResult.retry("https://" + host + path + " on AWS answered " + answer.status()
						+ ", expected a status below 400.");
			}
			passed.add(host + path + " → " + answer.status());
			millis += answer.millis();
		}
		return StepResult.done(new SmokePassed(passed, millis));
	}

	private static List<String> hosts(StepContext context, String address) {
		List<String> hosts = context.plan().dns().hostNames();
		return hosts.isEmpty() ? List.of(address) : hosts;
	}

}
