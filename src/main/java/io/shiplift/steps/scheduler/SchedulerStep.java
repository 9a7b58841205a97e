package io.shiplift.steps.scheduler;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.shiplift.fact.AheadCopied;
import io.shiplift.fact.Fact;
import io.shiplift.fact.SchedulerPaused;
import io.shiplift.fact.TtlLowered;
import io.shiplift.heroku.Heroku;
import io.shiplift.heroku.Herokus;
import io.shiplift.plan.Plan;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Heroku has no call that pauses scheduler jobs, so a person turns them off and says so.
 */
@Component
class SchedulerStep implements Step {

	private final Herokus herokus;

	SchedulerStep(Herokus herokus) {
		this.herokus = herokus;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("scheduler", "Scheduler jobs off",
					"Jobs of Heroku Scheduler would go on writing; Heroku lets only a person turn them off.",
					SchedulerPaused.class)
			.needs(TtlLowered.class, AheadCopied.class)
			.forward(RunKind.CUTOVER)
			.backward(RunKind.RETURN)
			.with(StepSheet.Trait.BY_HAND);
	}

	@Override
	public Optional<Fact> byHand(Plan plan, String person) {
		return Optional.of(new SchedulerPaused(List.of(), person));
	}

	@Override
	public StepResult advance(StepContext context) {
		List<Heroku.Job> jobs = jobs(context);
		if (jobs.isEmpty()) {
			return StepResult.done(new SchedulerPaused(List.of(), "Shiplift found no jobs"));
		}
		return StepResult.blocked(
				"Open Heroku Scheduler, remove or pause " + named(jobs) + ", then mark this step as done by hand.");
	}

	@Override
	public StepResult undo(StepContext context) {
		List<Heroku.Job> jobs = jobs(context);
		if (context.find(SchedulerPaused.class).isEmpty() || jobs.isEmpty()) {
			return StepResult.undone();
		}
		return StepResult.blocked(
				"Open Heroku Scheduler and turn " + named(jobs) + " on again, then mark this step as done by hand.");
	}

	private List<Heroku.Job> jobs(StepContext context) {
		return this.herokus.open(context.connection()).schedulerJobs(context.plan().source().name());
	}

	private static String named(List<Heroku.Job> jobs) {
		return jobs.stream()
			.map((job) -> "“" + job.command() + "” (" + job.schedule() + ")")
			.collect(Collectors.joining(" and "));
	}

}
