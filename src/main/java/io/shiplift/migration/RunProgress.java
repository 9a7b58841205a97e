package io.shiplift.migration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.shiplift.fact.Fact;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalKind;
import io.shiplift.journal.Subject;
import io.shiplift.security.Member;
import io.shiplift.step.Step;
import io.shiplift.step.StepCatalog;
import io.shiplift.step.StepSheet.Trait;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Moves a locked run on: releases what became possible, and carries out people's
 * decisions on a step. Always called inside a transaction that holds the run's row.
 */
@Component
class RunProgress {

	private final Migrations migrations;

	private final StepCatalog catalog;

	private final Facts facts;

	private final Attempts attempts;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	RunProgress(Migrations migrations, StepCatalog catalog, Facts facts, Attempts attempts, Journal journal,
			ApplicationEventPublisher events, Clock clock) {
		this.migrations = migrations;
		this.catalog = catalog;
		this.facts = facts;
		this.attempts = attempts;
		this.journal = journal;
		this.events = events;
		this.clock = clock;
	}

	void release(Run run) {
		List<StepRun> releasable = (run.status().isActive() || run.status() == RunStatus.CANCELLING) ? run.releasable()
				: List.of();
		for (StepRun step : releasable) {
			step.release();
			wake(step);
		}
		run.refresh(this.clock.instant());
		if (run.status().isOver()) {
			this.journal.write(JournalKind.RUN, Subject.run(run.teamId(), run.migrationId(), run.id()), "Shiplift",
					run.kind().title() + " is " + run.status().name().toLowerCase(java.util.Locale.ROOT));
		}
	}

	void retry(Run run, StepRun step, Member member) {
		requireActive(run);
		step.retry();
		write(step, member.name(), "retry asked for");
		wake(step);
		release(run);
	}

	void skip(Run run, StepRun step, String reason, Member member) {
		requireActive(run);
		if (!this.catalog.step(step.key()).is(Trait.SKIPPABLE)) {
			throw new NotNow("This step cannot be skipped: others rely on what it does.");
		}
		step.decide(StepStatus.SKIPPED, member.userId(), reason, this.clock.instant());
		write(step, member.name(), "skipped: " + reason);
		release(run);
	}

	void doneByHand(Run run, StepRun step, String reason, Member member) {
		requireActive(run);
		Step definition = this.catalog.step(step.key());
		Fact fact = step.backward() ? null
				: definition.byHand(this.migrations.plan(run.migrationId(), run.planNumber()), member.name())
					.orElse(null);
		if (!definition.is(Trait.BY_HAND) || (fact == null && !step.backward())) {
			throw new NotNow("This step cannot be marked as done by hand: its result has to be checked.");
		}
		step.decide(StepStatus.DONE, member.userId(), reason, this.clock.instant());
		if (fact != null) {
			this.facts.store(step, fact, this.clock.instant());
		}
		write(step, member.name(), "marked as done by hand: " + reason);
		release(run);
	}

	/** Whether a cancellation ends it. */
	boolean endsWith(Run run, StepRun step) {
		return run.cancelling() && !this.catalog.step(step.key()).is(Trait.CLEANUP);
	}

	/** A step that was at work when its run was cancelled has answered. */
	void cancelled(Run run, StepRun step, Instant now) {
		step.cancel(now);
		this.attempts.close(step, "CANCELLED", "", now);
		write(step, "Shiplift", "cancelled");
		release(run);
	}

	void write(StepRun step, String actor, String text) {
		Run run = step.run();
		this.journal.write(JournalKind.STEP, Subject.step(run.teamId(), run.migrationId(), run.id(), step.key()), actor,
				title(step) + ": " + text);
	}

	void write(StepTask task, JournalKind kind, String text) {
		this.journal.write(kind, Subject.step(task.teamId(), task.migrationId(), task.runId(), task.key()), "Shiplift",
				text);
	}

	String title(StepRun step) {
		return (step.backward() ? "Undo " : "") + this.catalog.step(step.key()).title();
	}

	private void wake(StepRun step) {
		this.events.publishEvent(new StepReleased(step.id(), step.wakeUp()));
	}

	private static void requireActive(Run run) {
		if (!run.status().isActive()) {
			throw new NotNow("The run is " + run.status().name().toLowerCase(java.util.Locale.ROOT)
					+ ", so its steps cannot be changed any more.");
		}
	}

}
