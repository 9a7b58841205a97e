package io.shiplift.migration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.shiplift.plan.CanonicalJson;
import io.shiplift.plan.WhatIf;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What-ifs that people keep with a migration. Callers make sure that the migration is one
 * that the person may see.
 */
@Component
public class Variants {

	/** More cannot be read side by side. */
	public static final int MOST = 5;

	private final JdbcClient jdbc;

	private final Clock clock;

	Variants(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public List<Variant> all(String migrationId) {
		return this.jdbc.sql("select id, name, choices from plan_variant where migration_id = ? order by id")
			.param(migrationId)
			.query(Variants::read)
			.list();
	}

	public Optional<Variant> find(String migrationId, long id) {
		return all(migrationId).stream().filter((variant) -> variant.id() == id).findFirst();
	}

	/** Keeps one, unless there are as many as can be; says whether it did. */
	@Transactional
	public boolean add(String migrationId, String name, WhatIf choices, long by) {
		this.jdbc.sql("select id from migration where id = ? for update").param(migrationId).query().singleRow();
		if (all(migrationId).size() >= MOST) {
			return false;
		}
		this.jdbc.sql(
				"insert into plan_variant (migration_id, name, choices, created_by, created_at) values (?, ?, ?, ?, ?)")
			.params(migrationId, name, CanonicalJson.of(choices), by, this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		return true;
	}

	public void remove(String migrationId, long id) {
		this.jdbc.sql("delete from plan_variant where migration_id = ? and id = ?").params(migrationId, id).update();
	}

	private static Variant read(ResultSet row, int number) throws SQLException {
		return new Variant(row.getLong("id"), row.getString("name"),
				CanonicalJson.read(row.getString("choices"), WhatIf.class));
	}

	/** A what-if by name. */
	public record Variant(long id, String name, WhatIf choices) {

	}

}
