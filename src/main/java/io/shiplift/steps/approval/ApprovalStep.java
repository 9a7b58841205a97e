package io.shiplift.steps.approval;

import io.shiplift.fact.Approved;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Checks that the decision which released this run speaks of the very plan that is about
 * to be carried out.
 */
@Component
class ApprovalStep implements Step {

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("approval", "Approval", "Nothing is touched before somebody else has released exactly this plan.",
					Approved.class)
			.forward(RunKind.CUTOVER);
	}

	@Override
	public StepResult advance(StepContext context) {
		return context.decision()
			.map((decision) -> StepResult.done(
					new Approved(decision.requestedBy(), decision.decidedBy(), decision.reason(), decision.planHash())))
			.orElseGet(() -> StepResult.failed("There is no approval for this run. Cancel it and ask for one."));
	}

}
