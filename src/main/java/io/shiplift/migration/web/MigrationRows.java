package io.shiplift.migration.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.migration.Run;
import io.shiplift.migration.Runs;
import io.shiplift.plan.Answers;
import io.shiplift.security.Member;
import io.shiplift.security.People;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The list of migrations, made with a handful of queries however long it is.
 */
@Component
class MigrationRows {

	private static final int RUNS = 500;

	private final Migrations migrations;

	private final Runs runs;

	private final People people;

	MigrationRows(Migrations migrations, Runs runs, People people) {
		this.migrations = migrations;
		this.runs = runs;
		this.people = people;
	}

	List<Row> of(Member member) {
		List<Migration> migrations = this.migrations.all(member);
		Map<String, Run> newest = new HashMap<>();
		this.runs.history(member, Long.MAX_VALUE, RUNS).forEach((run) -> newest.putIfAbsent(run.migrationId(), run));
		Map<Long, String> names = this.people
			.names(migrations.stream().map(Migration::editedBy).collect(Collectors.toSet()));
		return migrations.stream()
			.map((migration) -> row(migration, newest.get(migration.id()),
					names.getOrDefault(migration.editedBy(), "somebody")))
			.toList();
	}

	private static Row row(Migration migration, @Nullable Run run, String editor) {
		String app = Answers.fromJson(migration.answers()).value("app", "app");
		return new Row(migration.id(), migration.name(), app, Standing.of(migration, run), migration.planNumber(),
				migration.editedAt(), editor);
	}

	/** One migration in the list. */
	record Row(String id, String name, String app, Standing state, int plan, Instant editedAt, String editor) {

	}

}
