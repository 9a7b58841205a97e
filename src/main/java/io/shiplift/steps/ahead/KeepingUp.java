package io.shiplift.steps.ahead;

import io.shiplift.data.DataMoveAhead;
import io.shiplift.fact.AheadCopied;
import io.shiplift.fact.Destination;
import io.shiplift.mover.Mark;
import io.shiplift.step.StepContext;
import io.shiplift.steps.Destinations;
import io.shiplift.steps.SourceDatabases;

import org.springframework.stereotype.Component;

/**
 * Keeps a copy that was made ahead close to its source while people are waited for.
 */
@Component
class KeepingUp {

	private final SourceDatabases sources;

	private final Destinations destinations;

	private final DataMoveAhead move;

	KeepingUp(SourceDatabases sources, Destinations destinations, DataMoveAhead move) {
		this.sources = sources;
		this.destinations = destinations;
		this.move = move;
	}

	void begin(StepContext context, String job, Destination destination, long bytes) {
		DataMoveAhead.Sides sides = sides(context, destination);
		context.act("Keep up with the source until the copy is finished",
				() -> this.move.follow(new Mark(context.migrationId(), job), sides, DataMoveAhead.logBound(bytes)));
	}

	/** Begins it again where it was lost; tells if it gave up. */
	String tend(StepContext context, AheadCopied copied) {
		String job = copied.job();
		if (this.move.lost(job)) {
			DataMoveAhead.Sides sides = sides(context, copied.destination());
			context.act("Keep up with the source again, as the process that did it is gone", () -> this.move
				.followAgain(new Mark(context.migrationId(), job), sides, DataMoveAhead.logBound(copied.bytes())));
		}
		String gaveUp = this.move.gaveUp(job);
		return gaveUp.isEmpty() ? "" : gaveUp
				+ " The copy cannot be finished any more: cancel this run and start it again, so that it begins anew.";
	}

	private DataMoveAhead.Sides sides(StepContext context, Destination destination) {
		return new DataMoveAhead.Sides(this.sources.address(context.connection(), context.plan()),
				this.destinations.of(context, destination), this.destinations.master(context));
	}

}
