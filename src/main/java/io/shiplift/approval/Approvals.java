package io.shiplift.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.shiplift.approval.Approval.State;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalKind;
import io.shiplift.journal.Subject;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.NotNow;
import io.shiplift.migration.Run;
import io.shiplift.migration.Runs;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.security.Role;
import io.shiplift.step.RunKind;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests, decisions and the start of a cutover: three acts, by at least two people.
 */
@Component
public class Approvals {

	private final ApprovalRepository approvals;

	private final Runs runs;

	private final Migrations migrations;

	private final Windows windows;

	private final Journal journal;

	private final Clock clock;

	Approvals(ApprovalRepository approvals, Runs runs, Migrations migrations, Windows windows, Journal journal,
			Clock clock) {
		this.approvals = approvals;
		this.windows = windows;
		this.runs = runs;
		this.migrations = migrations;
		this.journal = journal;
		this.clock = clock;
	}

	/** Asks for a cutover of the newest plan that may take as long as it takes. */
	@Transactional
	public Run request(String migrationId, String note, Member member) {
		return request(migrationId, note, null, member);
	}

	/**
	 * Asks for a cutover of the newest plan.
	 * @param abortBy when the app must serve again at the latest
	 */
	@Transactional
	public Run request(String migrationId, String note, @Nullable Instant abortBy, Member member) {
		requireTime(migrationId, abortBy, member);
		Run run = this.runs.request(migrationId, RunKind.CUTOVER, member);
		Migration migration = this.migrations.find(migrationId, member);
		Approval approval = new Approval(run, this.migrations.newestPlan(migration), member, note,
				this.clock.instant());
		approval.serveAgainBy(abortBy);
		this.approvals.save(approval);
		journal(approval, member, "asks for approval of plan " + approval.planHash() + ": " + note);
		return run;
	}

	/**
	 * Decides on a request.
	 * @param planHash the hash that the person saw on the page
	 */
	@Transactional
	public void decide(long runId, boolean approve, String planHash, String reason, Member member) {
		member.require(Role.APPROVER);
		Approval approval = lock(runId, member);
		String objection = approval.objection(member.userId());
		if (!objection.isEmpty()) {
			throw new NotNow(objection);
		}
		if (approval.decision() != State.OPEN) {
			throw new NotNow("This request is already " + word(approval.decision()) + ".");
		}
		requireCurrent(approval, planHash, member);
		approval.decide(approve ? State.APPROVED : State.REJECTED, member, reason, this.clock.instant());
		if (approve) {
			this.runs.approved(runId, member);
		}
		else {
			this.runs.rejected(runId, member);
		}
		journal(approval, member, word(approval.decision()) + " plan " + approval.planHash() + ": " + reason);
	}

	/**
	 * Starts an approved cutover.
	 * @param typedName the migration's name as the person typed it
	 */
	@Transactional
	public Run start(long runId, String typedName, Member member) {
		member.require(Role.OPERATOR);
		Approval approval = lock(runId, member);
		if (approval.decision() != State.APPROVED) {
			throw new NotNow("This cutover is not approved.");
		}
		requireCurrent(approval, approval.planHash(), member);
		if (!this.migrations.find(approval.migrationId(), member).name().equals(typedName.strip())) {
			throw new NotNow("Type the name of the migration exactly as shown to start.");
		}
		requireTime(approval.migrationId(), approval.abortBy(), member);
		return this.runs.startApproved(runId, member);
	}

	/** Takes a request or an unused approval back. */
	@Transactional
	public void withdraw(long runId, Member member) {
		member.require(Role.OPERATOR);
		Approval approval = lock(runId, member);
		this.runs.rejected(runId, member);
		approval.lapse();
		journal(approval, member, "withdraws the request");
	}

	@Transactional(readOnly = true)
	public Optional<Approval> of(Run run) {
		return this.approvals.findByRunIdAndTeamId(run.id(), run.teamId());
	}

	/** Approvals of many runs of a team by run id, in one query. */
	@Transactional(readOnly = true)
	public Map<Long, Approval> of(Collection<Long> runIds, Member member) {
		return runIds.isEmpty() ? Map.of()
				: this.approvals.findByTeamIdAndRunIdIn(member.teamId(), runIds)
					.stream()
					.collect(Collectors.toMap(Approval::runId, Function.identity()));
	}

	/** Requests of the team that wait for a decision. */
	@Transactional(readOnly = true)
	public List<Approval> open(Member member) {
		return this.approvals.findByTeamIdAndDecisionOrderByIdDesc(member.teamId(), State.OPEN);
	}

	@Transactional(readOnly = true)
	public List<Approval> newest(Member member, int limit) {
		return this.approvals.newest(member.teamId(), limit);
	}

	/** Why nobody may decide on or start this any more, or an empty text. */
	@Transactional(readOnly = true)
	public String lapsed(Approval approval, Member member) {
		Instant now = this.clock.instant();
		if (approval.expired(now)) {
			return "It has expired. Withdraw it and ask again.";
		}
		Migration migration = this.migrations.find(approval.migrationId(), member);
		if (!this.migrations.newestPlan(migration).hash().equals(approval.planHash())) {
			return "The plan has changed since. Withdraw it and ask again for the new plan.";
		}
		if (migration.editedAt().isAfter(approval.requestedAt())) {
			return "The answers were edited after the request. Freeze the plan again, withdraw this request and ask anew.";
		}
		return "";
	}

	private void requireCurrent(Approval approval, String planHash, Member member) {
		String lapsed = lapsed(approval, member);
		if (!lapsed.isEmpty()) {
			throw new NotNow(lapsed);
		}
		if (!approval.planHash().equals(planHash)) {
			throw new NotNow("The page you decided on showed another plan. Reload it and look again.");
		}
	}

	private void requireTime(String migrationId, @Nullable Instant abortBy, Member member) {
		String tooShort = this.windows.tooShort(migrationId, abortBy, member);
		if (!tooShort.isEmpty()) {
			throw new NotNow(tooShort);
		}
	}

	private Approval lock(long runId, Member member) {
		return this.approvals.lock(runId, member.teamId()).orElseThrow(() -> new NotFound("approval of run " + runId));
	}

	private void journal(Approval approval, Member member, String text) {
		this.journal.write(JournalKind.APPROVAL,
				Subject.run(approval.teamId(), approval.migrationId(), approval.runId()), member.name(), text);
	}

	private static String word(State state) {
		return state.name().toLowerCase(java.util.Locale.ROOT);
	}

}
