package io.shiplift.steps.firstlook;

import java.time.Duration;

import io.shiplift.fact.AddressAnswered;
import io.shiplift.fact.Environment;
import io.shiplift.http.Probe;
import io.shiplift.http.Probes;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Asks the application on its AWS address, before any data or traffic is moved.
 */
@Component
class FirstLookStep implements Step {

	private final Probes probes;

	FirstLookStep(Probes probes) {
		this.probes = probes;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("first-look", "First look at the AWS address",
					"Asks the new environment's health path as a visitor would, before any data or traffic is moved.",
					AddressAnswered.class)
			.needs(Environment.class)
			.forward(RunKind.PREPARE);
	}

	@Override
	public StepResult advance(StepContext context) {
		String address = context.fact(Environment.class).address();
		String path = context.plan().healthPath();
		Probe.Answer answer = this.probes.of(context.connection())
			.get(context.connection(), address, address, path, Duration.ofSeconds(10));
		if (answer.status() >= 400) {
			return StepResult
				.retry("http://" + address + path + " answered " + answer.status() + ", expected a status below 400.");
		}
		return StepResult.done(new AddressAnswered(address + path, answer.status(), answer.millis()));
	}

}
