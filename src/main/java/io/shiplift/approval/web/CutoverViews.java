package io.shiplift.approval.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.approval.Approval;
import io.shiplift.approval.Approvals;
import io.shiplift.approval.web.CutoverView.Act;
import io.shiplift.approval.web.CutoverView.Course;
import io.shiplift.approval.web.CutoverView.Outcome;
import io.shiplift.approval.web.CutoverView.Request;
import io.shiplift.approval.web.CutoverView.Stage;
import io.shiplift.fact.DataCopied;
import io.shiplift.fact.Forecast;
import io.shiplift.fact.Released;
import io.shiplift.migration.Facts;
import io.shiplift.migration.FrozenPlan;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.Past;
import io.shiplift.migration.Run;
import io.shiplift.migration.RunStatus;
import io.shiplift.migration.Runs;
import io.shiplift.migration.StepTimes;
import io.shiplift.migration.StepTimes.Usual;
import io.shiplift.plan.Plan;
import io.shiplift.security.Member;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepCatalog;
import io.shiplift.step.StepSheet.Trait;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts the cutover page together.
 */
@Component
class CutoverViews {

	private final Runs runs;

	private final Migrations migrations;

	private final Approvals approvals;

	private final Checklist checklist;

	private final StepCatalog catalog;

	private final StepTimes times;

	private final Facts facts;

	CutoverViews(Runs runs, Migrations migrations, Approvals approvals, Checklist checklist, StepCatalog catalog,
			StepTimes times, Facts facts) {
		this.runs = runs;
		this.migrations = migrations;
		this.approvals = approvals;
		this.checklist = checklist;
		this.catalog = catalog;
		this.times = times;
		this.facts = facts;
	}

	/** The page, or nothing as long as no plan is frozen. */
	Optional<CutoverView> of(String migrationId, Member member) {
		Past past = this.runs.past(migrationId, member);
		if (past.migration().planNumber() == 0) {
			return Optional.empty();
		}
		FrozenPlan frozen = this.migrations.newestPlan(past.migration());
		Plan plan = this.migrations.read(frozen);
		Request request = request(past, member);
		Course course = course(past, plan);
		return Optional.of(new CutoverView(past.migration(), frozen, plan.dns().hostNames(), stage(past, request),
				course, this.checklist.of(past, frozen, (request != null) ? request.approval() : null, member), request,
				outcome(request, course)));
	}

	private @Nullable Request request(Past past, Member member) {
		Run run = past.runs()
			.stream()
			.filter((candidate) -> candidate.kind() == RunKind.CUTOVER)
			.findFirst()
			.filter((newest) -> !newest.status().isOver() || past.cutoverInEffect())
			.orElse(null);
		if (run == null) {
			return null;
		}
		Approval approval = this.approvals.of(run).orElse(null);
		if (approval == null) {
			return new Request(run, null, "", "");
		}
		String lapsed = (run.startedAt() == null) ? this.approvals.lapsed(approval, member) : "";
		return new Request(run, approval, lapsed, approval.objection(member.userId()));
	}

	/** How a cutover that ended went, measured against the forecast of its rehearsal. */
	private @Nullable Outcome outcome(@Nullable Request request, Course course) {
		if (request == null || request.run().status() != RunStatus.DONE) {
			return null;
		}
		Run run = request.run();
		Forecast forecast = course.forecast();
		return this.facts.find(run.migrationId(), run.id(), Released.class)
			.map((released) -> new Outcome(released.downtimeSeconds(), (forecast != null) ? forecast.seconds() : 0,
					this.facts.find(run.migrationId(), run.id(), DataCopied.class)
						.map(DataCopied::measured)
						.orElse(null)))
			.orElse(null);
	}

	private static Stage stage(Past past, @Nullable Request request) {
		if (request == null) {
			return Stage.ASK;
		}
		return switch (request.run().status()) {
			case REQUESTED -> Stage.DECIDE;
			case APPROVED -> Stage.START;
			case RUNNING, WAITING, CANCELLING -> Stage.UNDERWAY;
			case DONE, CANCELLED, REJECTED -> past.cutoverInEffect() ? Stage.IN_EFFECT : Stage.ASK;
		};
	}

	private Course course(Past past, Plan plan) {
		List<Step> steps = this.catalog.forward(RunKind.CUTOVER, plan)
			.stream()
			.map((planned) -> this.catalog.step(planned.key()))
			.toList();
		Map<String, Usual> usual = this.times.forward(past.migration().teamId(),
				steps.stream().map(Step::key).toList());
		List<Act> acts = steps.stream()
			.map((step) -> new Act(step.title(), step.sheet().purpose(), step.is(Trait.POINT_OF_NO_RETURN),
					usual.get(step.key())))
			.toList();
		Run rehearsal = past.standing(RunKind.REHEARSAL).orElse(null);
		Forecast forecast = (rehearsal != null)
				? this.facts.find(rehearsal.migrationId(), rehearsal.id(), Forecast.class).orElse(null) : null;
		return new Course(acts, forecast, rehearsal, past.obstacle(RunKind.CUTOVER));
	}

}
