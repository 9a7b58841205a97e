package io.shiplift.steps.release;

import java.time.Duration;
import java.time.Instant;

import io.shiplift.fact.Environment;
import io.shiplift.fact.MaintenanceOn;
import io.shiplift.fact.Propagated;
import io.shiplift.fact.Released;
import io.shiplift.fact.TrafficMoved;
import io.shiplift.http.Probe;
import io.shiplift.http.Probes;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Asks once more under the public names, now without any detour, and ends the cutover.
 */
@Component
class ReleaseStep implements Step {

	private final Probes probes;

	ReleaseStep(Probes probes) {
		this.probes = probes;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("release", "Released", "Asks under the public names as any visitor does, and ends the cutover.",
					Released.class)
			.needs(Propagated.class, MaintenanceOn.class, TrafficMoved.class)
			.forward(RunKind.CUTOVER);
	}

	@Override
	public StepResult advance(StepContext context) {
		String path = context.plan().healthPath();
		for (String host : context.plan().dns().hostNames()) {
			Probe.Answer answer = this.probes.of(context.connection())
				.get(context.connection(), host, host, path, Duration.ofSeconds(10));
			if (answer.status() >= 400) {
				return StepResult.retry(
						"https://" + host + path + " answered " + answer.status() + ", expected a status below 400.");
			}
		}
		Instant down = Instant.parse(context.fact(MaintenanceOn.class).since());
		Instant moved = Instant.parse(context.fact(TrafficMoved.class).movedAt());
		return StepResult
			.done(new Released(context.fact(Environment.class).address(), Duration.between(down, moved).toSeconds()));
	}

}
