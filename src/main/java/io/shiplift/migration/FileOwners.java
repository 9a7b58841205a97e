package io.shiplift.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shiplift.fact.Fact;
import io.shiplift.plan.Answers;
import io.shiplift.plan.Plan.SourceDatabase;

import org.springframework.stereotype.Component;

/**
 * Tells to whom files on this machine belong, and whether they are still needed.
 */
@Component
class FileOwners {

	private final RunRepository runs;

	private final MigrationRepository migrations;

	private final Migrations plans;

	private final Facts facts;

	FileOwners(RunRepository runs, MigrationRepository migrations, Migrations plans, Facts facts) {
		this.runs = runs;
		this.migrations = migrations;
		this.plans = plans;
		this.facts = facts;
	}

	/** A run that is over. */
	Optional<Run> ended(long runId) {
		return this.runs.findById(runId).filter((run) -> run.status().isOver());
	}

	/** What a run of that kind left. */
	<F extends Fact> Optional<F> left(Run run, Class<F> type) {
		return this.facts.kept(run.migrationId(), type)
			.stream()
			.filter((kept) -> kept.runId() == run.id())
			.map((kept) -> kept.fact())
			.findFirst();
	}

	Optional<Migration> migration(String id) {
		return this.migrations.findById(id);
	}

	/** Uploads that the answers, the newest plan or an open run rest on. */
	List<String> uploads(Migration migration) {
		List<String> needed = new ArrayList<>();
		needed.add(Answers.fromJson(migration.answers()).value("source", "sha256"));
		if (migration.planNumber() > 0) {
			upload(migration, migration.planNumber()).ifPresent(needed::add);
		}
		this.runs.openPlans(migration.id()).forEach((number) -> upload(migration, number).ifPresent(needed::add));
		return needed;
	}

	private Optional<String> upload(Migration migration, int plan) {
		SourceDatabase database = this.plans.plan(migration.id(), plan).database();
		return (database.kind() == SourceDatabase.Kind.FILE) ? Optional.of(database.database()) : Optional.empty();
	}

}
