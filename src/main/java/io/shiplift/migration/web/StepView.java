package io.shiplift.migration.web;

import java.time.Duration;
import java.util.List;

import io.shiplift.journal.JournalEntry;
import io.shiplift.migration.Attempt;
import io.shiplift.migration.StepRun;
import io.shiplift.migration.StepStatus;
import io.shiplift.migration.StepTimes.Usual;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run as its page shows it.
 */
record StepView(StepRun run, Texts texts, Actions actions, Duration elapsed, @Nullable Usual usual,
		List<Attempt> attempts, Traces traces) {

	/** Fewer earlier runs than this do not make a step slow. */
	private static final int ENOUGH = 3;

	public String key() {
		return this.run.key();
	}

	public StepStatus status() {
		return this.run.status();
	}

	/** What the status is called, which differs for an undo. */
	public String word() {
		return (this.run.backward() && status() == StepStatus.DONE) ? "Undone" : status().title();
	}

	public String badge() {
		return (this.run.backward() && status() == StepStatus.DONE) ? "UNDONE" : status().name();
	}

	/** Whether a mark says enough, so that the list stays calm. */
	public boolean quiet() {
		return status() == StepStatus.PLANNED || status() == StepStatus.DONE;
	}

	/** Whether something happens here now, or should. */
	public boolean current() {
		return status() != StepStatus.PLANNED && !status().isOver();
	}

	public boolean slow() {
		Usual past = this.usual;
		return current() && past != null && past.samples() >= ENOUGH && this.elapsed.compareTo(past.high()) > 0;
	}

	/** Whether there is anything to unfold. */
	public boolean hasTraces() {
		return !this.attempts.isEmpty() || !this.traces.facts().isEmpty() || !this.traces.notes().isEmpty();
	}

	/** What a person reads about a step. */
	record Texts(String title, String purpose) {

	}

	/** What a person may do with a step now. */
	record Actions(boolean retry, boolean skip, boolean byHand) {

		public boolean any() {
			return this.retry || this.skip || this.byHand;
		}

	}

	/** What a step left: facts as lines, and its last sentences, oldest first. */
	record Traces(List<FactLines.Line> facts, List<JournalEntry> notes) {

	}

}
