package io.shiplift.approval;

import java.util.Optional;

import io.shiplift.approval.Approval.State;
import io.shiplift.migration.Decisions;
import io.shiplift.step.StepContext.Decision;

import org.springframework.stereotype.Component;

/**
 * Tells a run which decision released it.
 */
@Component
class StoredDecisions implements Decisions {

	private final ApprovalRepository approvals;

	StoredDecisions(ApprovalRepository approvals) {
		this.approvals = approvals;
	}

	@Override
	public Optional<Decision> of(long runId) {
		return this.approvals.findByRunId(runId)
			.filter((approval) -> approval.decision() == State.APPROVED)
			.map((approval) -> new Decision(approval.requester(), String.valueOf(approval.decider()),
					String.valueOf(approval.reason()), approval.planHash(), approval.abortBy()));
	}

}
