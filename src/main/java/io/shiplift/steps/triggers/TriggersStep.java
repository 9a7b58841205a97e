package io.shiplift.steps.triggers;

import io.shiplift.fact.DataVerified;
import io.shiplift.fact.TriggersRemoved;
import io.shiplift.plan.Plan;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;
import io.shiplift.steps.TriggerRemoval;

import org.springframework.stereotype.Component;

/**
 * Removes triggers and log once the copy is proved. It also runs when its run is
 * cancelled, so that they never stay behind.
 */
@Component
class TriggersStep implements Step {

	private final TriggerRemoval removal;

	TriggersStep(TriggerRemoval removal) {
		this.removal = removal;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("triggers", "Triggers removed",
					"Removes from the source what noted its changes, and proves that nothing of it is left.",
					TriggersRemoved.class)
			.needs(DataVerified.class)
			.forward(RunKind.REHEARSAL, RunKind.CUTOVER)
			.with(StepSheet.Trait.CLEANUP);
	}

	@Override
	public boolean appliesTo(Plan plan) {
		return plan.database().method() == Plan.SourceDatabase.Method.AHEAD;
	}

	@Override
	public StepResult advance(StepContext context) {
		return this.removal.remove(context, context.runId());
	}

}
