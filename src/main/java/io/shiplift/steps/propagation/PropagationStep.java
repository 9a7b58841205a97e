package io.shiplift.steps.propagation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.shiplift.dns.DnsHost;
import io.shiplift.dns.DnsHosts;
import io.shiplift.fact.Propagated;
import io.shiplift.fact.Switched;
import io.shiplift.fact.TrafficMoved;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Asks authoritative servers and public resolvers until all give the new address.
 */
@Component
class PropagationStep implements Step {

	private final DnsHosts hosts;

	PropagationStep(DnsHosts hosts) {
		this.hosts = hosts;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("propagation", "Propagation watch", "Asks resolvers around the world until all send visitors to AWS.",
					Propagated.class)
			.needs(TrafficMoved.class)
			.forward(RunKind.CUTOVER)
			.with(StepSheet.Trait.SKIPPABLE);
	}

	@Override
	public StepResult advance(StepContext context) {
		DnsHost host = this.hosts.open(context.connection());
		TrafficMoved moved = context.fact(TrafficMoved.class);
		List<String> resolvers = new ArrayList<>();
		int seen = 0;
		int asked = 0;
		for (Switched record : moved.records()) {
			for (DnsHost.Sighting sighting : host.look(record.name())) {
				asked++;
				resolvers.add(sighting.resolver());
				seen += record.newValue().equals(sighting.value()) ? 1 : 0;
			}
		}
		if (seen < asked) {
			return StepResult.underway(Duration.ofSeconds(2), seen + " of " + asked + " answers give the new address",
					100 * seen / asked);
		}
		long seconds = Duration.between(Instant.parse(moved.movedAt()), context.clock().instant()).toSeconds();
		return StepResult.done(new Propagated(resolvers.stream().distinct().toList(), seconds));
	}

}
