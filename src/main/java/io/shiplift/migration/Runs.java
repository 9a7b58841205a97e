package io.shiplift.migration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalKind;
import io.shiplift.journal.Subject;
import io.shiplift.plan.Plan;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.security.Role;
import io.shiplift.step.RunKind;
import io.shiplift.step.StepCatalog;
import io.shiplift.step.StepCatalog.Planned;
import io.shiplift.step.StepSheet.Trait;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts, shows and ends runs, for people. Every call names the member, and a run of
 * another team is not found.
 */
@Component
public class Runs {

	private final RunRepository runs;

	private final Migrations migrations;

	private final StepCatalog catalog;

	private final RunProgress progress;

	private final Journal journal;

	private final Clock clock;

	Runs(RunRepository runs, Migrations migrations, StepCatalog catalog, RunProgress progress, Journal journal,
			Clock clock) {
		this.runs = runs;
		this.migrations = migrations;
		this.catalog = catalog;
		this.progress = progress;
		this.journal = journal;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public Run find(long id, Member member) {
		return this.runs.findByIdAndTeamId(id, member.teamId()).orElseThrow(() -> new NotFound("run " + id));
	}

	/** All runs of a migration, newest first. */
	@Transactional(readOnly = true)
	public List<Run> of(String migrationId, Member member) {
		return this.runs.findByMigrationIdAndTeamIdOrderByIdDesc(migrationId, member.teamId());
	}

	/** Runs of the team that are not over, newest first. */
	@Transactional(readOnly = true)
	public List<Run> open(Member member) {
		return this.runs.open(member.teamId());
	}

	/**
	 * A page of the team's history without step runs; {@code before} is an exclusive run
	 * id.
	 */
	@Transactional(readOnly = true)
	public List<Run> history(Member member, long before, int limit) {
		return this.runs.before(member.teamId(), before, limit);
	}

	/** The same, narrowed to some kinds and results. */
	@Transactional(readOnly = true)
	public List<Run> history(Member member, long before, Set<RunKind> kinds, Set<RunStatus> statuses, int limit) {
		return this.runs.before(member.teamId(), before, kinds, statuses, limit);
	}

	/** Attempts of a run by step run id, oldest first. */
	@Transactional(readOnly = true)
	public Map<Long, List<Attempt>> attempts(Run run) {
		Map<Long, List<Attempt>> attempts = new LinkedHashMap<>();
		this.runs.attempts(run.id())
			.forEach(
					(attempt) -> attempts.computeIfAbsent(attempt.stepRunId(), (id) -> new ArrayList<>()).add(attempt));
		return attempts;
	}

	/** A migration with its runs and what they allow. */
	@Transactional(readOnly = true)
	public Past past(String migrationId, Member member) {
		return new Past(this.migrations.find(migrationId, member), of(migrationId, member), this.clock.instant(),
				this.catalog.keys(Trait.POINT_OF_NO_RETURN));
	}

	/** The steps that a run of this kind would have if it started now. */
	@Transactional(readOnly = true)
	public List<StepRun> preview(String migrationId, RunKind kind, Member member) {
		Migration migration = this.migrations.find(migrationId, member);
		FrozenPlan frozen = this.migrations.newestPlan(migration);
		Run run = new Run(migration, frozen, kind, member.userId(), this.clock.instant());
		planSteps(run, this.migrations.read(frozen), of(migrationId, member));
		return run.steps();
	}

	/** Starts a run that needs no approval. */
	@Transactional
	public Run start(String migrationId, RunKind kind, Member member) {
		if (RunRules.needsApproval(kind)) {
			throw new NotNow("A " + kind.name().toLowerCase(java.util.Locale.ROOT)
					+ " has to be requested and approved before it starts.");
		}
		Run run = open(migrationId, kind, member);
		run.start(this.clock.instant(), false);
		journal(run, member, "started");
		this.progress.release(run);
		return run;
	}

	/** Opens a run that waits for an approval before it can be started. */
	@Transactional
	public Run request(String migrationId, RunKind kind, Member member) {
		Run run = open(migrationId, kind, member);
		journal(run, member, "requested");
		return run;
	}

	/** The approval came; the run still waits to be started. */
	@Transactional
	public Run approved(long id, Member member) {
		Run run = lock(id, member);
		run.approve();
		return run;
	}

	@Transactional
	public void rejected(long id, Member member) {
		lock(id, member).reject(this.clock.instant());
	}

	/** Starts an approved run. */
	@Transactional
	public Run startApproved(long id, Member member) {
		member.require(Role.OPERATOR);
		Run run = lock(id, member);
		run.start(this.clock.instant(), true);
		journal(run, member, "started");
		this.progress.release(run);
		return run;
	}

	@Transactional
	public Run cancel(long id, Member member) {
		member.require(Role.OPERATOR);
		Run run = lock(id, member);
		run.cancel(this.clock.instant(), this.catalog.keys(Trait.CLEANUP));
		journal(run, member, "cancelled");
		this.progress.release(run);
		return run;
	}

	@Transactional
	public void retry(long id, String key, Member member) {
		member.require(Role.OPERATOR);
		Run run = lock(id, member);
		this.progress.retry(run, step(run, key), member);
	}

	@Transactional
	public void skip(long id, String key, String reason, Member member) {
		member.require(Role.OPERATOR);
		Run run = lock(id, member);
		this.progress.skip(run, step(run, key), reason, member);
	}

	@Transactional
	public void doneByHand(long id, String key, String reason, Member member) {
		member.require(Role.OPERATOR);
		Run run = lock(id, member);
		this.progress.doneByHand(run, step(run, key), reason, member);
	}

	private Run open(String migrationId, RunKind kind, Member member) {
		member.require(Role.OPERATOR);
		Migration migration = this.migrations.find(migrationId, member);
		List<Run> earlier = of(migrationId, member);
		String obstacle = RunRules.obstacle(migration, earlier, kind, this.clock.instant());
		if (!obstacle.isEmpty()) {
			throw new NotNow(obstacle);
		}
		FrozenPlan frozen = this.migrations.newestPlan(migration);
		Run run = new Run(migration, frozen, kind, member.userId(), this.clock.instant());
		planSteps(run, this.migrations.read(frozen), earlier);
		try {
			Run saved = this.runs.save(run);
			String warning = this.migrations.warning(migration);
			if (!warning.isEmpty()) {
				this.journal.write(JournalKind.NOTE, Subject.run(migration.teamId(), migration.id(), saved.id()),
						"Shiplift", warning);
			}
			return saved;
		}
		catch (DataIntegrityViolationException ex) {
			throw new NotNow("Another run of this migration was opened at the same moment. Reload the page to see it.");
		}
	}

	private void planSteps(Run run, Plan plan, List<Run> earlier) {
		List<Planned> forward = this.catalog.forward(run.kind(), plan);
		if (!run.kind().backward()) {
			run.plan(forward, false);
			return;
		}
		List<Planned> backward = this.catalog.backward(run.kind(), RunRules.toUndo(run.kind(), earlier));
		run.plan(backward, true);
		Set<String> undone = new HashSet<>(backward.stream().map(Planned::key).toList());
		run.plan(forward.stream().filter((planned) -> !undone.contains(planned.key())).map((planned) -> {
			Set<String> after = new TreeSet<>(planned.after());
			after.addAll(undone);
			return new Planned(planned.key(), after);
		}).toList(), false);
	}

	private Run lock(long id, Member member) {
		return this.runs.lock(id, member.teamId()).orElseThrow(() -> new NotFound("run " + id));
	}

	private static StepRun step(Run run, String key) {
		return run.step(key).orElseThrow(() -> new NotFound("step " + key));
	}

	private void journal(Run run, Member member, String what) {
		this.journal.write(JournalKind.RUN, Subject.run(run.teamId(), run.migrationId(), run.id()), member.name(),
				run.kind().title() + " " + what + " on plan " + run.planNumber());
	}

}
