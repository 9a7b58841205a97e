package io.shiplift.steps.scratch;

import io.shiplift.data.DatabaseServer;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.Destination;
import io.shiplift.fact.Forecast;
import io.shiplift.fact.ScratchDropped;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;
import io.shiplift.steps.Destinations;

import org.springframework.stereotype.Component;

/**
 * Drops the database of the rehearsal and forgets its address.
 */
@Component
class ScratchStep implements Step {

	private final Destinations destinations;

	ScratchStep(Destinations destinations) {
		this.destinations = destinations;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("scratch", "Scratch database dropped", "A rehearsal leaves nothing behind on AWS.",
					ScratchDropped.class)
			.needs(Forecast.class, DataCopied.class)
			.forward(RunKind.REHEARSAL);
	}

	@Override
	public StepResult advance(StepContext context) {
		Destination scratch = context.fact(DataCopied.class).destination();
		DatabaseServer server = this.destinations.server(context);
		if (server.exists(scratch.database())) {
			context.act("Drop database " + scratch.database(),
					() -> server.drop(scratch.database(), scratch.owner(), Destinations.prefix(context)));
		}
		this.destinations.forgetAddresses(context, "scratch");
		return StepResult.done(new ScratchDropped(scratch.database()));
	}

}
