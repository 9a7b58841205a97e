package io.shiplift.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import io.shiplift.step.RunKind;

/**
 * Which run may follow which, as pure functions of the runs so far (newest first).
 */
final class RunRules {

	/** How long a passed rehearsal speaks for a cutover. */
	static final Duration REHEARSAL_VALID = Duration.ofDays(7);

	private RunRules() {
	}

	static boolean needsApproval(RunKind kind) {
		return kind == RunKind.CUTOVER;
	}

	/** Why a run of this kind cannot be opened now, or an empty text. */
	static String obstacle(Migration migration, List<Run> runs, RunKind kind, Instant now) {
		String real = RealRuns.obstacle(migration, kind);
		if (!real.isEmpty()) {
			return real;
		}
		if (migration.planNumber() == 0) {
			return "Freeze a plan first.";
		}
		Optional<Run> open = runs.stream().filter((run) -> !run.status().isOver()).findFirst();
		if (open.isPresent()) {
			return open.get().reference() + " is still open. Finish or cancel it first.";
		}
		return switch (kind) {
			case PREPARE -> cutoverInEffect(runs) ? "Traffic already runs on AWS." : "";
			case REHEARSAL -> cutoverInEffect(runs) ? "Traffic already runs on AWS." : preparation(migration, runs);
			case CUTOVER -> cutover(migration, runs, now);
			case RETURN -> cutoverInEffect(runs) ? "" : "There is no cutover to go back from.";
			case TEARDOWN -> teardown(runs);
		};
	}

	private static String cutover(Migration migration, List<Run> runs, Instant now) {
		if (cutoverInEffect(runs)) {
			return "The last cutover is still in effect. Go back first.";
		}
		String preparation = preparation(migration, runs);
		if (!preparation.isEmpty()) {
			return preparation;
		}
		return lastDone(runs, RunKind.REHEARSAL, migration).filter((run) -> endedAfter(run, now.minus(REHEARSAL_VALID)))
			.isPresent() ? ""
					: "Rehearse this plan first: a cutover needs a passed rehearsal of the same plan that is younger than seven days.";
	}

	private static boolean endedAfter(Run run, Instant limit) {
		Instant ended = run.endedAt();
		return ended != null && ended.isAfter(limit);
	}

	private static String preparation(Migration migration, List<Run> runs) {
		return lastDone(runs, RunKind.PREPARE, migration).isPresent() ? "" : "Prepare AWS with the newest plan first.";
	}

	private static String teardown(List<Run> runs) {
		if (cutoverInEffect(runs)) {
			return "Traffic runs on AWS, or a cutover stopped halfway. Go back to Heroku first.";
		}
		return since(runs, RunKind.TEARDOWN).stream().anyMatch((run) -> !run.kind().backward()) ? ""
				: "Nothing was built on AWS.";
	}

	/** Whether a cutover began to act and nobody went all the way back since. */
	static boolean cutoverInEffect(List<Run> runs) {
		return since(runs, RunKind.RETURN).stream()
			.anyMatch((run) -> run.kind() == RunKind.CUTOVER && run.startedAt() != null);
	}

	/** When a cutover that is in effect first began the step that cannot be undone. */
	static Optional<Instant> pointOfNoReturn(List<Run> runs, Predicate<String> irreversible) {
		return since(runs, RunKind.RETURN).stream()
			.filter((run) -> run.kind() == RunKind.CUTOVER)
			.flatMap((run) -> run.steps().stream())
			.filter((step) -> irreversible.test(step.key()))
			.map(StepRun::startedAt)
			.filter(Objects::nonNull)
			.min(Instant::compareTo);
	}

	static Optional<Run> lastDone(List<Run> runs, RunKind kind, Migration migration) {
		return since(runs, RunKind.TEARDOWN).stream()
			.filter((run) -> run.kind() == kind && run.status() == RunStatus.DONE
					&& run.planNumber() == migration.planNumber())
			.findFirst();
	}

	/** Runs newer than the last finished one of a kind. */
	private static List<Run> since(List<Run> runs, RunKind kind) {
		List<Run> newer = new ArrayList<>();
		for (Run run : runs) {
			if (run.kind() == kind && run.status() == RunStatus.DONE) {
				break;
			}
			newer.add(run);
		}
		return newer;
	}

	/** Keys of what a backward run has to undo: everything begun since, oldest first. */
	static List<String> toUndo(RunKind kind, List<Run> runs) {
		Predicate<Run> concerned = (kind == RunKind.RETURN) ? (run) -> run.kind() == RunKind.CUTOVER
				: (run) -> !run.kind().backward();
		return since(runs, kind).reversed()
			.stream()
			.filter(concerned)
			.flatMap((run) -> run.steps().stream())
			.filter((step) -> step.attempts() > 0 || step.status() == StepStatus.DONE)
			.map(StepRun::key)
			.distinct()
			.toList();
	}

}
