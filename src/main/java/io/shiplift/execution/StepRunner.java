package io.shiplift.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.shiplift.migration.Connections;
import io.shiplift.migration.Facts;
import io.shiplift.migration.StepAnswers;
import io.shiplift.migration.StepRuns;
import io.shiplift.migration.StepTask;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.step.Step;
import io.shiplift.step.StepCatalog;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Advances one step run by one slice: begin in a short transaction, look and nudge
 * without one, settle in another.
 */
@Component
class StepRunner {

	private static final Logger logger = LoggerFactory.getLogger(StepRunner.class);

	private final StepRuns stepRuns;

	private final StepAnswers answers;

	private final StepCatalog catalog;

	private final Connections connections;

	private final Facts facts;

	private final Clock clock;

	StepRunner(StepRuns stepRuns, StepAnswers answers, StepCatalog catalog, Connections connections, Facts facts,
			Clock clock) {
		this.stepRuns = stepRuns;
		this.answers = answers;
		this.catalog = catalog;
		this.connections = connections;
		this.facts = facts;
		this.clock = clock;
	}

	/**
	 * Advances the step run.
	 * @return when to come back, or empty if it is not to be advanced further
	 */
	Optional<Instant> run(long stepRunId, String wakeUp, String node) {
		Optional<StepTask> begun = this.stepRuns.begin(stepRunId, wakeUp, node);
		if (begun.isEmpty()) {
			return Optional.empty();
		}
		StepTask task = begun.get();
		try {
			return this.answers.settle(task, advance(task));
		}
		catch (RunnerContext.Replaced ex) {
			logger.info("Step run {} was taken over by another runner", stepRunId);
			return Optional.empty();
		}
	}

	private StepResult advance(StepTask task) {
		Step step = this.catalog.step(task.key());
		StepContext context = new RunnerContext(task, this.connections.of(task.migrationId()), this.stepRuns,
				this.facts, this.clock);
		try {
			return task.backward() ? step.undo(context) : step.advance(context);
		}
		catch (RunnerContext.Replaced ex) {
			throw ex;
		}
		catch (OutsideProblem ex) {
			return answer(ex);
		}
		catch (RuntimeException ex) {
			logger.error("Step {} of run {} broke", task.key(), task.runId(), ex);
			return StepResult.failed("This step broke inside Shiplift (" + ex.getClass().getSimpleName()
					+ "). The application's log has the details. Retry, and report it if it happens again.");
		}
	}

	private static StepResult answer(OutsideProblem problem) {
		if (problem.pause().isPresent()) {
			return StepResult.underway(problem.pause().get(), problem.getMessage());
		}
		return switch (problem.kind()) {
			case TRANSIENT, UNKNOWN -> StepResult.retry(problem.getMessage());
			case NEEDS_PERSON -> new StepResult.Blocked(problem.getMessage(), Duration.ofSeconds(30));
			case REFUSED -> StepResult.failed(problem.getMessage());
		};
	}

}
