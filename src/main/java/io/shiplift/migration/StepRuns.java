package io.shiplift.migration;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import io.shiplift.journal.JournalKind;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a runner tells of a step run before it acts: that it begins, and what it is about
 * to do. A runner that was replaced meanwhile is told to stop.
 */
@Component
public class StepRuns {

	/** Starts in a row that ended without an answer before the step is parked. */
	static final int MAX_UNFINISHED = 3;

	private final RunRepository runs;

	private final Migrations migrations;

	private final Decisions decisions;

	private final RunProgress progress;

	private final Attempts attempts;

	private final StepMemory memory;

	private final Clock clock;

	StepRuns(RunRepository runs, Migrations migrations, Decisions decisions, RunProgress progress, Attempts attempts,
			StepMemory memory, Clock clock) {
		this.runs = runs;
		this.migrations = migrations;
		this.decisions = decisions;
		this.progress = progress;
		this.attempts = attempts;
		this.memory = memory;
		this.clock = clock;
	}

	/**
	 * Counts the start and hands out the task; empty if the step is not to be advanced.
	 */
	@Transactional
	public Optional<StepTask> begin(long stepRunId, String wakeUp, String node) {
		Run run = this.runs.lockByStepRun(stepRunId).orElse(null);
		StepRun step = (run != null) ? run.stepRun(stepRunId).orElse(null) : null;
		if (run == null || step == null || !step.status().isActive() || !step.wakeUp().equals(wakeUp)) {
			return Optional.empty();
		}
		Instant now = this.clock.instant();
		if (this.progress.endsWith(run, step)) {
			this.progress.cancelled(run, step, now);
			return Optional.empty();
		}
		if (step.unfinished() >= MAX_UNFINISHED) {
			park(run, step, now);
			return Optional.empty();
		}
		if (step.begin(now)) {
			this.attempts.open(step, node, now);
			this.progress.write(step, "Shiplift", "attempt " + step.attempts() + " begins");
		}
		return Optional.of(task(run, step));
	}

	/** Finished steps with these keys, of runs that go on. */
	@Transactional(readOnly = true)
	public List<StepTask> finished(Set<String> keys) {
		return this.runs.with(EnumSet.of(RunStatus.RUNNING, RunStatus.WAITING))
			.stream()
			.flatMap((run) -> run.steps()
				.stream()
				.filter((step) -> keys.contains(step.key()) && step.status() == StepStatus.DONE && !step.backward())
				.map((step) -> task(run, step)))
			.toList();
	}

	/** Commits the intent of a mutating call; false if the runner has been replaced. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public boolean mayAct(StepTask task, String intent) {
		if (!this.runs.fence(task.stepRunId()).equals(Optional.of(task.fence()))) {
			return false;
		}
		write(task, JournalKind.INTENT, intent);
		return true;
	}

	/** Looks once and keeps what was seen first. */
	public <T> T remember(StepTask task, String name, Class<T> type, Supplier<T> look) {
		return this.memory.remember(task, name, type, look);
	}

	/** What the step kept earlier, for its undo. */
	public <T> Optional<T> recall(StepTask task, String name, Class<T> type) {
		return this.memory.recall(task, name, type);
	}

	/** Keeps the newest value of a name. */
	@Transactional
	public <T> void renew(StepTask task, String name, T value) {
		this.memory.renew(task, name, value);
	}

	/** Keeps a report and answers its fingerprint, which the journal names, too. */
	@Transactional
	public String keep(StepTask task, String report) {
		String sha256 = this.memory.keep(task, report);
		write(task, JournalKind.NOTE, "Report kept; SHA-256 " + sha256);
		return sha256;
	}

	/** Records what came back from a mutating call, or something a step saw. */
	public void write(StepTask task, JournalKind kind, String text) {
		this.progress.write(task, kind, text);
	}

	private void park(Run run, StepRun step, Instant now) {
		step.fail("Three starts in a row ended without an answer, so this step was parked. "
				+ "Look at the application's log, then retry.");
		this.attempts.close(step, "LOST", "The runner ended without an answer.", now);
		this.progress.write(step, "Shiplift", "parked after three unfinished starts");
		this.progress.release(run);
	}

	private StepTask task(Run run, StepRun step) {
		return new StepTask(step.id(), step.fence(), step.key(), step.backward(), run.teamId(), run.migrationId(),
				run.id(), run.kind(), step.generation(), step.attempts(),
				this.migrations.plan(run.migrationId(), run.planNumber()), this.decisions.of(run.id()).orElse(null));
	}

}
