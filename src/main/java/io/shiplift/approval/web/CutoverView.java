package io.shiplift.approval.web;

import java.time.Duration;
import java.util.List;

import io.shiplift.approval.Approval;
import io.shiplift.fact.Forecast;
import io.shiplift.fact.Measured;
import io.shiplift.migration.FrozenPlan;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Run;
import io.shiplift.migration.StepTimes.Usual;
import org.jspecify.annotations.Nullable;

/**
 * Everything the cutover page shows.
 */
record CutoverView(Migration migration, FrozenPlan plan, List<String> hostNames, Stage stage, Course course,
		List<Check> checks, @Nullable Request request, @Nullable Outcome outcome) {

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

	/** How long the app was down, the seconds that were forecast, and the copy alone. */
	record Outcome(long seconds, long forecast, @Nullable Measured copy) {

		/** What the copy took. */
		public Duration copyTook() {
			return Duration.ofMillis((this.copy != null) ? this.copy.millis() : 0);
		}

		/** How far off the forecast was, in words; empty if there was none. */
		public String off() {
			if (this.forecast <= 0) {
				return "";
			}
			long percent = Math.round((this.seconds - this.forecast) * 100.0 / this.forecast);
			return (percent == 0) ? "as forecast"
					: Math.abs(percent) + " % " + ((percent < 0) ? "shorter than forecast" : "longer than forecast");
		}

	}

	/** The request, if there is one, and what stands in the way of this person. */
	record Request(Run run, @Nullable Approval approval, String lapsed, String objection) {

	}

}
