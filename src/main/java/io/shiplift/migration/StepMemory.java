package io.shiplift.migration;

import java.util.Optional;
import java.util.function.Supplier;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a step saw before it changed anything, kept so that it can be put back.
 */
@Component
class StepMemory {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Evidence evidence;

	StepMemory(JdbcClient jdbc, JsonMapper json, Evidence evidence) {
		this.jdbc = jdbc;
		this.json = json;
		this.evidence = evidence;
	}

	/** Looks only if this run has kept nothing yet; what is kept is committed at once. */
	<T> T remember(StepTask task, String name, Class<T> type, Supplier<T> look) {
		Optional<T> kept = find("run_id = :run", task, name, type);
		if (kept.isPresent()) {
			return kept.get();
		}
		T seen = look.get();
		insert(task, name, seen);
		return seen;
	}

	/** Keeps the newest value of a name in this run. */
	<T> void renew(StepTask task, String name, T value) {
		this.jdbc.sql("delete from step_memory where run_id = ? and step_key = ? and name = ?")
			.params(task.runId(), task.key(), name)
			.update();
		insert(task, name, value);
	}

	private <T> void insert(StepTask task, String name, T value) {
		this.jdbc.sql("insert into step_memory (run_id, step_key, name, migration_id, document) values (?, ?, ?, ?, ?)")
			.params(task.runId(), task.key(), name, task.migrationId(), this.json.writeValueAsString(value))
			.update();
	}

	/** Keeps a report and answers its fingerprint. */
	String keep(StepTask task, String report) {
		return this.evidence.keep(task, report);
	}

	/** What the step kept in the newest run that kept anything. */
	<T> Optional<T> recall(StepTask task, String name, Class<T> type) {
		return find("run_id <= :run", task, name, type);
	}

	private <T> Optional<T> find(String where, StepTask task, String name, Class<T> type) {
		return this.jdbc.sql(
				"select document from step_memory where migration_id = :migration and step_key = :key and name = :name and "
						+ where + " order by run_id desc limit 1")
			.param("migration", task.migrationId())
			.param("key", task.key())
			.param("name", name)
			.param("run", task.runId())
			.query(String.class)
			.optional()
			.map((document) -> this.json.readValue(document, type));
	}

}
