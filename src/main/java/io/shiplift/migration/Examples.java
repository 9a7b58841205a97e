package io.shiplift.migration;

import java.util.Optional;

import io.shiplift.plan.Answers;
import io.shiplift.plan.Known;
import jakarta.persistence.EntityManager;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps whose answers a new migration starts from, as they were when it was made.
 */
@Component
public class Examples {

	private final JdbcClient jdbc;

	private final EntityManager entities;

	Examples(JdbcClient jdbc, EntityManager entities) {
		this.jdbc = jdbc;
		this.entities = entities;
	}

	/** Takes the answers of another migration of the same team as the example. */
	@Transactional
	public void keep(Migration migration, Migration from) {
		if (migration.teamId() != from.teamId()) {
			throw new IllegalArgumentException("An example must be of the same team");
		}
		this.entities.flush();
		this.jdbc.sql("insert into migration_example (migration_id, from_id, from_name, answers) values (?, ?, ?, ?)")
			.params(migration.id(), from.id(), from.name(), from.answers())
			.update();
	}

	public Optional<Known.Example> of(String migrationId) {
		return this.jdbc.sql("select from_id, from_name, answers from migration_example where migration_id = ?")
			.param(migrationId)
			.query((row, number) -> new Known.Example(row.getString("from_id"), row.getString("from_name"),
					Answers.fromJson(row.getString("answers"))))
			.optional();
	}

}
