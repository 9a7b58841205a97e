package io.shiplift.migration.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.shiplift.migration.Migration;
import io.shiplift.migration.Run;
import io.shiplift.migration.RunStatus;
import io.shiplift.migration.StepStatus;
import org.jspecify.annotations.Nullable;

/**
 * A run as its page shows it.
 */
record RunView(Run run, Migration migration, List<StepView> steps, Eta eta, @Nullable Latest latest,
		Map<Long, String> names) {

	public String title() {
		return this.run.kind().title() + " " + this.run.reference();
	}

	/** Who asked for the run, if known. */
	public @Nullable String requester() {
		return this.names.get(this.run.requestedBy());
	}

	/** The class of the status badge. */
	public String badge() {
		return switch (this.run.status()) {
			case WAITING -> "NEEDS_PERSON";
			case CANCELLING -> "RUNNING";
			default -> this.run.status().name();
		};
	}

	public int over() {
		return (int) this.steps.stream().filter((step) -> step.status().letsOthersGo()).count();
	}

	public long skipped() {
		return this.steps.stream().filter((step) -> step.status() == StepStatus.SKIPPED).count();
	}

	/** Where the run is, as "Step 6 of 14". */
	public String position() {
		int all = this.steps.size();
		return (this.run.status() == RunStatus.RUNNING || this.run.status() == RunStatus.WAITING)
				? "Step " + Math.min(over() + 1, all) + " of " + all : over() + " of " + all + " steps done";
	}

	/** What is read aloud when it changes. */
	public String announcement() {
		String kind = this.run.kind().title();
		return kind + ": " + this.run.status().title() + ". " + over() + " of " + this.steps.size() + " steps done.";
	}

	public boolean cancellable() {
		return !this.run.status().isOver() && this.run.status() != RunStatus.CANCELLING && this.run.startedAt() != null;
	}

	public boolean waitsForApproval() {
		return this.run.status() == RunStatus.REQUESTED || this.run.status() == RunStatus.APPROVED;
	}

	/** The newest sentence of the run. */
	record Latest(String text, Instant at) {

	}

}
