package io.shiplift.steps.copy;

import java.time.Duration;
import java.util.Optional;

import io.shiplift.data.DataMoveAhead;
import io.shiplift.data.MoveState;
import io.shiplift.fact.AheadCopied;
import io.shiplift.fact.DataCopied;
import io.shiplift.forecast.Load;
import io.shiplift.mover.Mark;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.steps.Destinations;
import io.shiplift.steps.ProofScope;
import io.shiplift.steps.SourceDatabases;

import org.springframework.stereotype.Component;

/**
 * Finishes a copy that was made ahead. An attempt that died is simply repeated: a round
 * of changes is taken over whole or not at all.
 */
@Component
class AheadFinish {

	private static final Duration POLL = Duration.ofSeconds(1);

	private final SourceDatabases sources;

	private final Destinations destinations;

	private final DataMoveAhead move;

	AheadFinish(SourceDatabases sources, Destinations destinations, DataMoveAhead move) {
		this.sources = sources;
		this.destinations = destinations;
		this.move = move;
	}

	StepResult advance(StepContext context) {
		String token = CopyStep.token(context, context.attempt());
		AheadCopied ahead = context.fact(AheadCopied.class);
		Optional<MoveState> state = this.move.state(token);
		if (state.isEmpty()) {
			return start(context, token, ahead);
		}
		MoveState move = state.get();
		return switch (move.status()) {
			case RUNNING -> running(context, token, move);
			case DONE -> StepResult.done(new DataCopied(token, ahead.destination(), ahead.bytes(),
					move.secondsByPhase(), new CopyWatch(context).measured(move)));
			case DIED -> StepResult.retry(move.message());
			case FAILED -> StepResult.failed(move.message()
					+ " Retry finishes the same copy once more; to copy anew, cancel this run and start it again.");
		};
	}

	/** Taken over whole or not at all, so it can be ended at any moment. */
	private StepResult running(StepContext context, String token, MoveState move) {
		CopyWatch watch = new CopyWatch(context);
		String tooSlow = watch.tooSlow(move);
		if (!tooSlow.isEmpty()) {
			context.act("End the copy, as it would take too long", () -> this.move.stop(token));
			return StepResult.failed(tooSlow);
		}
		return StepResult.underway(POLL, watch.note(move), watch.percent(move));
	}

	private StepResult start(StepContext context, String token, AheadCopied ahead) {
		for (int attempt = 1; attempt < context.attempt(); attempt++) {
			this.move.stop(CopyStep.token(context, attempt));
		}
		String lost = this.move.unfollow(ahead.job());
		if (!lost.isEmpty()) {
			return StepResult.failed(lost + " The app was not moved; cancel this run and start it again.");
		}
		CopyWatch watch = new CopyWatch(context);
		String tooLate = watch
			.tooLate(watch.begin(new Load(ahead.bytes(), ahead.changesWaiting(), 0, ahead.tables(), 1)));
		if (!tooLate.isEmpty()) {
			return StepResult.failed(tooLate);
		}
		DataMoveAhead.Sides sides = new DataMoveAhead.Sides(this.sources.address(context.connection(), context.plan()),
				this.destinations.of(context, ahead.destination()), this.destinations.master(context));
		context.act("Take over the last changes into " + ahead.destination().database(),
				() -> this.move.finish(token, new Mark(context.migrationId(), ahead.job()), sides,
						context.kind() == RunKind.REHEARSAL, ProofScope.of(context)));
		return StepResult.underway(POLL, "Taking over the last changes", 0);
	}

}
