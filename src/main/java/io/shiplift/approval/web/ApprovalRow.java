package io.shiplift.approval.web;

import io.shiplift.approval.Approval;

/**
 * A request in the list of approvals.
 */
record ApprovalRow(Approval approval, String name, String why, boolean mine) {

	/** The class of the badge. */
	public String badge() {
		return switch (this.approval.decision()) {
			case OPEN -> "REQUESTED";
			case APPROVED -> "APPROVED";
			case REJECTED -> "REJECTED";
			case LAPSED -> "CANCELLED";
		};
	}

	/** What became of it. */
	public String word() {
		return switch (this.approval.decision()) {
			case OPEN -> "Waits for a decision";
			case APPROVED -> "Approved";
			case REJECTED -> "Rejected";
			case LAPSED -> "Withdrawn";
		};
	}

}
