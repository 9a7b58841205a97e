package io.shiplift.steps;

import java.time.Duration;
import java.util.Optional;

import io.shiplift.data.DataMoveAhead;
import io.shiplift.data.MoveState;
import io.shiplift.fact.TriggersRemoved;
import io.shiplift.mover.Released;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;

import org.springframework.stereotype.Component;

/**
 * Takes the triggers and the log of a copy made ahead out of the source, on every way
 * out, and proves that nothing is left.
 */
@Component
public class TriggerRemoval {

	private static final Duration POLL = Duration.ofSeconds(1);

	private final SourceDatabases sources;

	private final DataMoveAhead move;

	TriggerRemoval(SourceDatabases sources, DataMoveAhead move) {
		this.sources = sources;
		this.move = move;
	}

	/** The job that copies ahead, at an attempt of a run. */
	public static String aheadJob(StepContext context, long run, int attempt) {
		return context.name("ahead") + "-" + run + "-" + attempt;
	}

	/** Ends what still copies ahead in a run, then removes. */
	public StepResult remove(StepContext context, long run) {
		String token = context.name("triggers") + "-" + context.runId() + "-" + context.attempt();
		Optional<MoveState> state = this.move.state(token);
		if (state.isEmpty()) {
			for (int attempt = 1; this.move.state(aheadJob(context, run, attempt)).isPresent(); attempt++) {
				this.move.stop(aheadJob(context, run, attempt));
				this.move.unfollow(aheadJob(context, run, attempt));
			}
			context.act("Remove triggers and log from the source", () -> this.move.release(token, context.migrationId(),
					this.sources.address(context.connection(), context.plan())));
			return StepResult.underway(POLL, "Removing triggers and log from the source", 0);
		}
		MoveState removal = state.get();
		return switch (removal.status()) {
			case RUNNING -> StepResult.underway(POLL, removal.message(), removal.percent());
			case DONE -> removed(context, this.move.released(token));
			case DIED, FAILED -> StepResult.retry(removal.message());
		};
	}

	private static StepResult removed(StepContext context, Released released) {
		context.note(released.sentence());
		return StepResult.done(new TriggersRemoved(released.triggers(), released.sentence()));
	}

}
