package io.shiplift.approval.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import io.shiplift.approval.Approval;
import io.shiplift.approval.Windows;
import io.shiplift.fact.Certificate;
import io.shiplift.fact.DataVerified;
import io.shiplift.migration.Facts;
import io.shiplift.migration.FrozenPlan;
import io.shiplift.migration.Past;
import io.shiplift.migration.Run;
import io.shiplift.security.Member;
import io.shiplift.security.People;
import io.shiplift.security.Role;
import io.shiplift.step.RunKind;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Looks at everything that should be right before a cutover, and says what it saw.
 */
@Component
class Checklist {

	private final Facts facts;

	private final People people;

	private final Windows windows;

	Checklist(Facts facts, People people, Windows windows) {
		this.facts = facts;
		this.windows = windows;
		this.people = people;
	}

	List<Check> of(Past past, FrozenPlan plan, @Nullable Approval approval, Member member) {
		List<Check> checks = new ArrayList<>();
		Run prepared = past.standing(RunKind.PREPARE).orElse(null);
		Run rehearsed = past.standing(RunKind.REHEARSAL).orElse(null);
		checks.add(run("AWS is prepared", prepared, "Prepare AWS with plan " + plan.number() + " first."));
		checks.add(run("Rehearsed", rehearsed, "Rehearse plan " + plan.number() + " first."));
		checks.add(compared(rehearsed));
		checks.add(certificate(prepared));
		checks.add(alone(past));
		checks.add(unchanged(past, plan));
		checks.add(approvers(plan, approval, member));
		window(past, approval, member).ifPresent(checks::add);
		return checks;
	}

	private Optional<Check> window(Past past, @Nullable Approval approval, Member member) {
		Instant abortBy = (approval != null) ? approval.abortBy() : null;
		if (abortBy == null) {
			return Optional.empty();
		}
		String title = "The window is long enough";
		String id = past.migration().id();
		String tooShort = this.windows.tooShort(id, abortBy, member);
		String tight = this.windows.tight(id, abortBy, member);
		return Optional
			.of(tooShort.isEmpty() ? Check.passed(title, tight.isEmpty() ? "by the forecast, also at its worst" : tight)
					: Check.missing(title, tooShort));
	}

	private static Check run(String title, @Nullable Run run, String otherwise) {
		return (run != null) ? Check.passed(title, "with plan " + run.planNumber() + " in " + run.reference())
			.seenAt("/runs/" + run.id(), run.endedAt()) : Check.missing(title, otherwise);
	}

	private Check compared(@Nullable Run rehearsed) {
		String title = "The copy was equal to its source";
		if (rehearsed == null) {
			return Check.missing(title, "The rehearsal will show it.");
		}
		return this.facts.find(rehearsed.migrationId(), rehearsed.id(), DataVerified.class)
			.map((seen) -> Check
				.passed(title,
						String.format(Locale.ENGLISH, "%,d rows in %d tables and %d sequences in the rehearsal",
								seen.rows(), seen.tables(), seen.sequences()))
				.seenAt("/runs/" + rehearsed.id(), rehearsed.endedAt()))
			.orElseGet(() -> Check.missing(title, "The rehearsal compared nothing. Rehearse again."));
	}

	private Check certificate(@Nullable Run prepared) {
		String title = "The certificate is issued";
		if (prepared == null) {
			return Check.missing(title, "The preparation asks for it.");
		}
		return this.facts.find(prepared.migrationId(), prepared.id(), Certificate.class)
			.map((seen) -> Check.passed(title, "for " + String.join(", ", seen.domains()))
				.seenAt("/runs/" + prepared.id(), prepared.endedAt()))
			.orElseGet(() -> Check.missing(title, "There is none; browsers would warn. Prepare again."));
	}

	private static Check alone(Past past) {
		String title = "Nothing else is going on";
		return past.open()
			.filter((run) -> run.kind() != RunKind.CUTOVER)
			.map((run) -> Check.missing(title, run.reference() + " is still open. Finish or cancel it first.")
				.seenAt("/runs/" + run.id(), run.startedAt()))
			.orElseGet(() -> Check.passed(title, "no other run is open"));
	}

	private static Check unchanged(Past past, FrozenPlan plan) {
		String title = "The plan is what was agreed on";
		boolean edited = past.migration().editedAt().isAfter(plan.frozenAt());
		Check check = edited
				? Check.missing(title, "Answers were edited after plan " + plan.number() + " was frozen. Freeze again.")
				: Check.passed(title, "nobody edited an answer since plan " + plan.number() + " was frozen");
		return check.seenAt("/migrations/" + past.migration().id() + "/plans/" + plan.number(),
				edited ? past.migration().editedAt() : plan.frozenAt());
	}

	private Check approvers(FrozenPlan plan, @Nullable Approval approval, Member member) {
		String title = "Somebody else can decide";
		long requester = (approval != null) ? approval.requestedBy() : member.userId();
		String names = this.people.members(member.teamId(), Role.APPROVER)
			.stream()
			.filter((approver) -> approver.userId() != requester && approver.userId() != plan.editedBy())
			.map(Member::name)
			.collect(Collectors.joining(", "));
		return names.isEmpty() ? Check
			.missing(title,
					"Nobody but the requester and the last editor of the plan has the role approver."
							+ " An admin can give it to somebody.")
			.seenAt("/people", null) : Check.passed(title, names);
	}

}
