package io.shiplift.approval.web;

import java.util.List;

import io.shiplift.approval.Approval;
import io.shiplift.fact.Forecast;
import io.shiplift.migration.FrozenPlan;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Run;
import io.shiplift.migration.StepTimes.Usual;
import org.jspecify.annotations.Nullable;

/**
 * Everything the cutover page shows.
 */
record CutoverView(Migration migration, FrozenPlan plan, List<String> hostNames, Stage stage, Course course,
		List<Check> checks, @Nullable Request request) {

	public boolean ready() {
		return this.checks.stream().allMatch(Check::ok);
	}

	public long missing() {
		return this.checks.stream().filter((check) -> !check.ok()).count();
	}

	/** What the page asks for. */
	enum Stage {

		/** Nobody has asked for a cutover. */
		ASK,

		/** Somebody has to decide. */
		DECIDE,

		/** It may be started. */
		START,

		/** It is under way. */
		UNDERWAY,

		/** It is in effect, finished or stopped halfway. */
		IN_EFFECT

	}

	/** What will happen, and how long the rehearsal says it takes. */
	record Course(List<Act> acts, @Nullable Forecast forecast, @Nullable Run rehearsal, String obstacle) {

	}

	/** One step of what will happen. */
	record Act(String title, String purpose, boolean pointOfNoReturn, @Nullable Usual usual) {

	}

	/** The request, if there is one, and what stands in the way of this person. */
	record Request(Run run, @Nullable Approval approval, String lapsed, String objection) {

	}

}
