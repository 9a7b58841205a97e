package io.shiplift.migration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.shiplift.credentials.Mask;
import io.shiplift.fact.Fact;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalKind;
import io.shiplift.journal.Subject;
import io.shiplift.step.StepResult;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records how a slice of a step went. The word of a runner that was replaced meanwhile
 * changes nothing.
 */
@Component
public class StepAnswers {

	/** Failures in a row that are tried again by themselves. */
	static final int MAX_FAILURES = 6;

	private final RunRepository runs;

	private final Facts facts;

	private final RunProgress progress;

	private final Attempts attempts;

	private final Journal journal;

	private final Mask mask;

	private final Clock clock;

	private final RandomGenerator random = RandomGenerator.getDefault();

	StepAnswers(RunRepository runs, Facts facts, RunProgress progress, Attempts attempts, Journal journal, Mask mask,
			Clock clock) {
		this.runs = runs;
		this.facts = facts;
		this.progress = progress;
		this.attempts = attempts;
		this.journal = journal;
		this.mask = mask;
		this.clock = clock;
	}

	/**
	 * Records the answer of a step.
	 * @return when to look again, or empty if the step is not to be advanced further
	 */
	@Transactional
	public Optional<Instant> settle(StepTask task, StepResult result) {
		Run run = this.runs.lockByStepRun(task.stepRunId()).orElseThrow();
		StepRun step = run.stepRun(task.stepRunId()).orElse(null);
		if (step == null || step.fence() != task.fence() || step.status().isOver()) {
			return Optional.empty();
		}
		Instant now = this.clock.instant();
		step.answered();
		if (run.cancelling() && ends(run, step, result)) {
			this.progress.cancelled(run, step, now);
			return Optional.empty();
		}
		Optional<Instant> next = switch (result) {
			case StepResult.Done done -> settleDone(step, done.fact(), now);
			case StepResult.Underway underway -> settleUnderway(step, underway, now);
			case StepResult.Blocked blocked -> settleBlocked(step, blocked, now);
			case StepResult.Failed failed -> settleFailed(step, failed, now);
		};
		this.progress.release(run);
		return next;
	}

	/** Records what became of something that a finished step left running. */
	@Transactional
	public void tell(StepTask task, String trouble) {
		Run run = this.runs.lockByStepRun(task.stepRunId()).orElseThrow();
		StepRun step = run.stepRun(task.stepRunId()).orElse(null);
		String text = this.mask.mask(trouble);
		if (step == null || step.status() != StepStatus.DONE || step.problem().equals(text)) {
			return;
		}
		step.tell(text);
		if (!text.isEmpty()) {
			this.progress.write(step, "Shiplift", text);
		}
	}

	/** What cleans up goes on until it is done or only a person could help. */
	private boolean ends(Run run, StepRun step, StepResult result) {
		if (this.progress.endsWith(run, step)) {
			return !(result instanceof StepResult.Done);
		}
		return switch (result) {
			case StepResult.Done _, StepResult.Underway _ -> false;
			case StepResult.Blocked blocked -> givenUp(step, blocked.what());
			case StepResult.Failed failed ->
				(!failed.retryHelps() || step.failures() >= MAX_FAILURES) && givenUp(step, failed.reason());
		};
	}

	private boolean givenUp(StepRun step, String reason) {
		this.progress.write(step, "Shiplift", "left as it is: " + this.mask.mask(reason));
		return true;
	}

	private Optional<Instant> settleDone(StepRun step, @Nullable Fact fact, Instant now) {
		step.done(now);
		if (step.backward()) {
			this.facts.retract(step.run().migrationId(), step.key());
		}
		if (fact != null) {
			this.facts.store(step, fact, now);
		}
		this.attempts.close(step, "DONE", "", now);
		this.progress.write(step, "Shiplift", "done after " + step.elapsed(now).toSeconds() + " s");
		return Optional.empty();
	}

	private Optional<Instant> settleUnderway(StepRun step, StepResult.Underway underway, Instant now) {
		String note = this.mask.mask(underway.note());
		if (!note.equals(step.note())) {
			this.journal.write(JournalKind.NOTE, subject(step), "Shiplift", note);
		}
		Instant next = now.plus(underway.lookAgain());
		step.underway(note, underway.percent(), next);
		return Optional.of(next);
	}

	private Optional<Instant> settleBlocked(StepRun step, StepResult.Blocked blocked, Instant now) {
		String what = this.mask.mask(blocked.what());
		if (!what.equals(step.problem())) {
			this.progress.write(step, "Shiplift", "needs you: " + what);
		}
		Instant next = now.plus(blocked.lookAgain());
		step.blocked(what, next);
		return Optional.of(next);
	}

	private Optional<Instant> settleFailed(StepRun step, StepResult.Failed failed, Instant now) {
		String reason = this.mask.mask(failed.reason());
		if (failed.retryHelps() && step.failures() < MAX_FAILURES) {
			Duration pause = pause(step.failures());
			step.retryLater(reason, now.plus(pause));
			this.attempts.close(step, "RETRYING", reason, now);
			this.progress.write(step, "Shiplift", reason + " Next try in " + pause.toSeconds() + " s.");
			return Optional.of(now.plus(pause));
		}
		step.fail(reason);
		this.attempts.close(step, "FAILED", reason, now);
		this.progress.write(step, "Shiplift", "failed: " + reason);
		return Optional.empty();
	}

	/** Full jitter between one second and a limit that doubles up to a minute. */
	private Duration pause(int failures) {
		long limit = Math.min(60_000, 2_000L << Math.min(failures, 10));
		return Duration.ofMillis(1_000 + this.random.nextLong(limit));
	}

	private static Subject subject(StepRun step) {
		Run run = step.run();
		return Subject.step(run.teamId(), run.migrationId(), run.id(), step.key());
	}

}
