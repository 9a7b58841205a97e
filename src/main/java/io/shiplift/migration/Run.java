package io.shiplift.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.shiplift.step.RunKind;
import io.shiplift.step.StepCatalog.Planned;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a kind, with its step runs. At most one run of a migration is open.
 */
@Entity
public class Run {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private long id;

	private String migrationId;

	private long teamId;

	@Enumerated(EnumType.STRING)
	private RunKind kind;

	@Enumerated(EnumType.STRING)
	private RunStatus status;

	private int planNumber;

	private String planHash;

	private long requestedBy;

	private Instant requestedAt;

	private @Nullable Instant startedAt;

	private @Nullable Instant endedAt;

	private @Nullable String openFor;

	private boolean cancelling;

	@Version
	private long version;

	@OneToMany(mappedBy = "run", cascade = CascadeType.ALL)
	@OrderBy("ordinal")
	private List<StepRun> steps = new ArrayList<>();

	protected Run() {
	}

	Run(Migration migration, FrozenPlan plan, RunKind kind, long requestedBy, Instant now) {
		this.migrationId = migration.id();
		this.teamId = migration.teamId();
		this.kind = kind;
		this.planNumber = plan.number();
		this.planHash = plan.hash();
		this.requestedBy = requestedBy;
		this.requestedAt = now;
		this.openFor = migration.id();
		this.status = RunStatus.REQUESTED;
	}

	void plan(List<Planned> planned, boolean backward) {
		for (Planned step : planned) {
			this.steps.add(new StepRun(this, step, this.steps.size(), backward));
		}
	}

	void approve() {
		require(RunStatus.REQUESTED);
		this.status = RunStatus.APPROVED;
	}

	void reject(Instant now) {
		if (this.status != RunStatus.REQUESTED && this.status != RunStatus.APPROVED) {
			throw notNow();
		}
		this.status = RunStatus.REJECTED;
		this.steps.stream().filter((step) -> !step.status().isOver()).forEach((step) -> step.cancel(now));
		close(now);
	}

	void start(Instant now, boolean approvalNeeded) {
		require(approvalNeeded ? RunStatus.APPROVED : RunStatus.REQUESTED);
		this.status = RunStatus.RUNNING;
		this.startedAt = now;
	}

	/**
	 * Steps at work end when they have answered, all others at once, except for those
	 * that clean up.
	 */
	void cancel(Instant now, Set<String> cleanups) {
		if (this.status.isOver()) {
			throw notNow();
		}
		if (this.startedAt == null) {
			throw new NotNow("This run has not been started. Withdraw the request on the cutover page instead.");
		}
		this.cancelling = true;
		this.steps.stream()
			.filter((step) -> !step.status().isOver() && !step.busy())
			.filter((step) -> step.status() != StepStatus.PLANNED || !cleanups.contains(step.key()))
			.forEach((step) -> step.cancel(now));
		refresh(now);
	}

	/** Derives the status from the steps after one of them changed. */
	void refresh(Instant now) {
		boolean allOver = this.steps.stream().allMatch((step) -> step.status().isOver());
		if (this.cancelling) {
			this.status = allOver ? RunStatus.CANCELLED : RunStatus.CANCELLING;
		}
		else if (allOver) {
			this.status = RunStatus.DONE;
		}
		else if (this.status.isActive()) {
			this.status = stuck() ? RunStatus.WAITING : RunStatus.RUNNING;
		}
		if (this.status.isOver()) {
			close(now);
		}
	}

	private boolean stuck() {
		return this.steps.stream().noneMatch((step) -> step.status().isActive() && !step.status().waitsForPerson());
	}

	private void close(Instant now) {
		this.endedAt = now;
		this.openFor = null;
	}

	/** Steps that wait for nothing any more; after a cancellation those that clean up. */
	List<StepRun> releasable() {
		if (this.cancelling) {
			List<StepRun> left = this.steps.stream().filter((step) -> !step.status().isOver()).toList();
			return left.stream().allMatch((step) -> step.status() == StepStatus.PLANNED) ? left : List.of();
		}
		return this.steps.stream()
			.filter((step) -> step.status() == StepStatus.PLANNED)
			.filter((step) -> step.waitsFor()
				.stream()
				.map(this::step)
				.flatMap(Optional::stream)
				.allMatch((other) -> other.status().letsOthersGo()))
			.toList();
	}

	private void require(RunStatus expected) {
		if (this.status != expected) {
			throw notNow();
		}
	}

	private NotNow notNow() {
		return new NotNow("The run is " + this.status.name().toLowerCase(java.util.Locale.ROOT)
				+ " now, so this cannot be done. Reload the page to see where it stands.");
	}

	public Optional<StepRun> step(String key) {
		return this.steps.stream().filter((step) -> step.key().equals(key)).findFirst();
	}

	Optional<StepRun> stepRun(long stepRunId) {
		return this.steps.stream().filter((step) -> step.id() == stepRunId).findFirst();
	}

	public long id() {
		return this.id;
	}

	public String migrationId() {
		return this.migrationId;
	}

	public long teamId() {
		return this.teamId;
	}

	public RunKind kind() {
		return this.kind;
	}

	public RunStatus status() {
		return this.status;
	}

	public int planNumber() {
		return this.planNumber;
	}

	public String planHash() {
		return this.planHash;
	}

	public long requestedBy() {
		return this.requestedBy;
	}

	public Instant requestedAt() {
		return this.requestedAt;
	}

	public @Nullable Instant startedAt() {
		return this.startedAt;
	}

	public @Nullable Instant endedAt() {
		return this.endedAt;
	}

	/** Time since the start, or in all; zero before the start. */
	public Duration elapsed(Instant now) {
		if (this.startedAt == null) {
			return Duration.ZERO;
		}
		return Duration.between(this.startedAt, (this.endedAt != null) ? this.endedAt : now);
	}

	public boolean cancelling() {
		return this.cancelling;
	}

	public List<StepRun> steps() {
		return List.copyOf(this.steps);
	}

	/** What people call the run, such as {@code RUN-42}. */
	public String reference() {
		return "RUN-" + this.id;
	}

}
