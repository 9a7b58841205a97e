package io.shiplift.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.shiplift.step.StepCatalog.Planned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/**
 * The occurrence of a step in a run. Its state changes only by verbs that check whether
 * they may.
 */
@Entity
public class StepRun {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private long id;

	@ManyToOne(fetch = FetchType.LAZY)
	private Run run;

	private String stepKey;

	private int ordinal;

	private boolean backward;

	@Enumerated(EnumType.STRING)
	private StepStatus status = StepStatus.PLANNED;

	private String waitsFor;

	private int generation = 1;

	private long fence;

	private int attempts;

	private int unfinished;

	private int failures;

	private boolean busy;

	private long wake;

	private int percent = -1;

	private String note = "";

	private String problem = "";

	private @Nullable Instant nextLook;

	private @Nullable Instant startedAt;

	private @Nullable Instant endedAt;

	private @Nullable Long decidedBy;

	private @Nullable String reason;

	protected StepRun() {
	}

	StepRun(Run run, Planned planned, int ordinal, boolean backward) {
		this.run = run;
		this.stepKey = planned.key();
		this.waitsFor = String.join(",", planned.after());
		this.ordinal = ordinal;
		this.backward = backward;
	}

	void release() {
		require(StepStatus.PLANNED);
		this.status = StepStatus.READY;
		this.wake++;
	}

	/** Counts the start before anything is done; the fence shuts out earlier runners. */
	boolean begin(Instant now) {
		requireActive();
		boolean newAttempt = this.status == StepStatus.READY || this.status == StepStatus.RETRYING;
		if (newAttempt) {
			this.attempts++;
			this.problem = "";
		}
		if (this.startedAt == null) {
			this.startedAt = now;
		}
		if (this.status != StepStatus.NEEDS_PERSON) {
			this.status = StepStatus.RUNNING;
		}
		this.fence++;
		this.unfinished++;
		this.busy = true;
		this.nextLook = null;
		return newAttempt;
	}

	/** A runner answered, whatever the answer. */
	void answered() {
		this.unfinished = 0;
		this.busy = false;
	}

	void underway(String note, int percent, Instant nextLook) {
		this.status = StepStatus.RUNNING;
		this.note = clip(note, 1000);
		this.percent = percent;
		this.nextLook = nextLook;
		this.failures = 0;
	}

	void blocked(String what, Instant nextLook) {
		this.status = StepStatus.NEEDS_PERSON;
		this.problem = clip(what, 2000);
		this.nextLook = nextLook;
	}

	void retryLater(String problem, Instant nextLook) {
		this.status = StepStatus.RETRYING;
		this.failures++;
		this.problem = clip(problem, 2000);
		this.nextLook = nextLook;
	}

	void fail(String problem) {
		this.status = StepStatus.FAILED;
		this.busy = false;
		this.problem = clip(problem, 2000);
		this.nextLook = null;
	}

	void done(Instant now) {
		end(StepStatus.DONE, now);
		this.problem = "";
		this.percent = 100;
	}

	/** What a finished step left running is in trouble, or no longer is. */
	void tell(String trouble) {
		require(StepStatus.DONE);
		this.problem = clip(trouble, 2000);
	}

	void cancel(Instant now) {
		end(StepStatus.CANCELLED, now);
	}

	/** A person asks to try again; what failed gets a new generation outside. */
	void retry() {
		require(StepStatus.FAILED, StepStatus.NEEDS_PERSON, StepStatus.RETRYING);
		if (this.status == StepStatus.FAILED) {
			this.generation++;
		}
		this.status = StepStatus.READY;
		this.failures = 0;
		this.unfinished = 0;
		this.wake++;
		this.fence++;
	}

	void decide(StepStatus decision, long person, String reason, Instant now) {
		require(StepStatus.FAILED, StepStatus.NEEDS_PERSON, StepStatus.RETRYING);
		this.decidedBy = person;
		this.reason = clip(reason, 1000);
		this.fence++;
		end(decision, now);
	}

	private void end(StepStatus status, Instant now) {
		this.status = status;
		this.endedAt = now;
		this.nextLook = null;
		this.busy = false;
	}

	private void requireActive() {
		if (!this.status.isActive()) {
			throw new IllegalStateException("Step " + this.stepKey + " is " + this.status);
		}
	}

	private void require(StepStatus... allowed) {
		if (!List.of(allowed).contains(this.status)) {
			throw new NotNow("Step " + this.stepKey + " is " + this.status
					+ " now, so this cannot be done. Reload the page to see where it stands.");
		}
	}

	private static String clip(String text, int length) {
		return (text.length() <= length) ? text : text.substring(0, length - 1) + "…";
	}

	public long id() {
		return this.id;
	}

	public Run run() {
		return this.run;
	}

	public String key() {
		return this.stepKey;
	}

	public int ordinal() {
		return this.ordinal;
	}

	public boolean backward() {
		return this.backward;
	}

	public StepStatus status() {
		return this.status;
	}

	public List<String> waitsFor() {
		return this.waitsFor.isEmpty() ? List.of() : List.of(this.waitsFor.split(","));
	}

	public int generation() {
		return this.generation;
	}

	public long fence() {
		return this.fence;
	}

	public int attempts() {
		return this.attempts;
	}

	int unfinished() {
		return this.unfinished;
	}

	public int failures() {
		return this.failures;
	}

	public boolean busy() {
		return this.busy;
	}

	public int percent() {
		return this.percent;
	}

	public String note() {
		return this.note;
	}

	public String problem() {
		return this.problem;
	}

	public @Nullable Instant nextLook() {
		return this.nextLook;
	}

	public @Nullable Instant startedAt() {
		return this.startedAt;
	}

	public @Nullable Instant endedAt() {
		return this.endedAt;
	}

	public @Nullable Long decidedBy() {
		return this.decidedBy;
	}

	public @Nullable String reason() {
		return this.reason;
	}

	/** Time at work so far, or in all; zero before the start. */
	public Duration elapsed(Instant now) {
		if (this.startedAt == null) {
			return Duration.ZERO;
		}
		return Duration.between(this.startedAt, (this.endedAt != null) ? this.endedAt : now);
	}

	/**
	 * Names one wake-up, so that a new one never collides with one that is being removed.
	 */
	public String wakeUp() {
		return this.id + "." + this.wake;
	}

}
