package io.shiplift.approval.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.shiplift.approval.Approval;
import io.shiplift.approval.Approval.State;
import io.shiplift.approval.Approvals;
import io.shiplift.journal.Journal;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What waits for a decision, first of all for the one who looks, and what was decided.
 */
@Controller
class ApprovalsController {

	private static final int RECENT = 30;

	private final Approvals approvals;

	private final Migrations migrations;

	private final Journal journal;

	private final Clock clock;

	ApprovalsController(Approvals approvals, Migrations migrations, Journal journal, Clock clock) {
		this.approvals = approvals;
		this.migrations = migrations;
		this.journal = journal;
		this.clock = clock;
	}

	@GetMapping("/approvals")
	String page(Member member, Model model) {
		model.addAttribute("since", this.journal.lastId());
		live(member, model);
		return "approval/approvals";
	}

	@GetMapping("/approvals/live")
	String live(Member member, Model model) {
		Map<String, Migration> byId = this.migrations.all(member)
			.stream()
			.collect(Collectors.toMap(Migration::id, Function.identity()));
		Instant now = this.clock.instant();
		List<ApprovalRow> open = this.approvals.open(member)
			.stream()
			.map((approval) -> row(approval, byId.get(approval.migrationId()), member, now))
			.toList();
		model.addAttribute("mine", open.stream().filter(ApprovalRow::mine).toList());
		model.addAttribute("others", open.stream().filter((row) -> !row.mine()).toList());
		model.addAttribute("recent",
				this.approvals.newest(member, RECENT)
					.stream()
					.filter((approval) -> approval.decision() != State.OPEN)
					.map((approval) -> row(approval, byId.get(approval.migrationId()), member, now))
					.toList());
		return "approval/approvals :: live";
	}

	private static ApprovalRow row(Approval approval, @Nullable Migration migration, Member member, Instant now) {
		String name = (migration != null) ? migration.name() : approval.migrationId();
		String why = why(approval, migration, member, now);
		return new ApprovalRow(approval, name, why, why.isEmpty() && member.is(Role.APPROVER));
	}

	/** Why this person cannot decide, or an empty text. */
	private static String why(Approval approval, @Nullable Migration migration, Member member, Instant now) {
		if (approval.expired(now)) {
			return "It has expired.";
		}
		if (migration != null && migration.editedAt().isAfter(approval.requestedAt())) {
			return "The answers were edited after the request.";
		}
		return approval.objection(member.userId());
	}

}
