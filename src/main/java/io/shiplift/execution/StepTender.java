package io.shiplift.execution;

import java.time.Clock;

import io.shiplift.migration.Connections;
import io.shiplift.migration.Facts;
import io.shiplift.migration.StepAnswers;
import io.shiplift.migration.StepRuns;
import io.shiplift.migration.StepTask;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.step.StepCatalog;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepSheet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Lets finished steps look after what they left running, while their runs go on.
 */
@Component
class StepTender {

	private static final Logger logger = LoggerFactory.getLogger(StepTender.class);

	private final StepRuns stepRuns;

	private final StepAnswers answers;

	private final StepCatalog catalog;

	private final Connections connections;

	private final Facts facts;

	private final Clock clock;

	StepTender(StepRuns stepRuns, StepAnswers answers, StepCatalog catalog, Connections connections, Facts facts,
			Clock clock) {
		this.stepRuns = stepRuns;
		this.answers = answers;
		this.catalog = catalog;
		this.connections = connections;
		this.facts = facts;
		this.clock = clock;
	}

	void tend() {
		this.stepRuns.finished(this.catalog.keys(StepSheet.Trait.TENDED)).forEach(this::tend);
	}

	/** One that breaks must not keep others from being looked after. */
	private void tend(StepTask task) {
		try {
			this.answers.tell(task, trouble(task));
		}
		catch (RuntimeException ex) {
			logger.error("Looking after step {} of run {} broke", task.key(), task.runId(), ex);
		}
	}

	private String trouble(StepTask task) {
		StepContext context = new RunnerContext(task, this.connections.of(task.migrationId()), this.stepRuns,
				this.facts, this.clock);
		try {
			return this.catalog.step(task.key()).tend(context);
		}
		catch (OutsideProblem ex) {
			return String.valueOf(ex.getMessage());
		}
	}

}
