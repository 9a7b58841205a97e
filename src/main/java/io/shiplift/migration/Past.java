package io.shiplift.migration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.shiplift.step.RunKind;

/**
 * A migration with its runs so far, newest first, and what they allow at this moment.
 */
public record Past(Migration migration, List<Run> runs, Instant now, Set<String> irreversible) {

	/** Why a run of this kind cannot start now, or an empty text if it can. */
	public String obstacle(RunKind kind) {
		return RunRules.obstacle(this.migration, this.runs, kind, this.now);
	}

	/** The run that is not over; there is at most one. */
	public Optional<Run> open() {
		return this.runs.stream().filter((run) -> !run.status().isOver()).findFirst();
	}

	/**
	 * The last run of this kind that passed with the newest plan and was not torn down.
	 */
	public Optional<Run> standing(RunKind kind) {
		return RunRules.lastDone(this.runs, kind, this.migration);
	}

	/** Whether a cutover began to act and nobody went all the way back since. */
	public boolean cutoverInEffect() {
		return RunRules.cutoverInEffect(this.runs);
	}

	/**
	 * When the step began after which going back loses what was written since; empty if
	 * that has not happened, or somebody went all the way back.
	 */
	public Optional<Instant> pointOfNoReturn() {
		return RunRules.pointOfNoReturn(this.runs, this.irreversible::contains);
	}

}
