package io.shiplift.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import io.shiplift.fact.SourceSnapshot;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what each look at a source found. Callers make sure that the migration is one
 * that the person may see.
 */
@Component
public class SourceSnapshots {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final String SELECT = "select id, taken_at, taken_by, document from source_snapshot ";

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SourceSnapshots(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/** Keeps a look; {@code by} is the person who asked for it. */
	public void keep(String migrationId, SourceSnapshot snapshot, long by) {
		insert(migrationId, snapshot, this.clock.instant(), by);
	}

	/** Keeps a look with what a person added to it; that makes it no fresher. */
	public void amend(String migrationId, Taken look, SourceSnapshot amended) {
		insert(migrationId, amended, look.at(), look.by());
	}

	private void insert(String migrationId, SourceSnapshot snapshot, Instant at, long by) {
		this.jdbc
			.sql("insert into source_snapshot (migration_id, app, taken_at, taken_by, document) values (?, ?, ?, ?, ?)")
			.params(migrationId, snapshot.app().name(), at.atOffset(ZoneOffset.UTC), by,
					MAPPER.writeValueAsString(snapshot))
			.update();
		this.events.publishEvent(new SnapshotKept(migrationId));
	}

	/** The newest look at an app. */
	public Optional<Taken> newest(String migrationId, String app) {
		return this.jdbc.sql(SELECT + "where migration_id = ? and app = ? order by id desc limit 1")
			.params(migrationId, app)
			.query(SourceSnapshots::read)
			.optional();
	}

	/** The look before another one at the same app. */
	public Optional<Taken> before(String migrationId, Taken newer) {
		return this.jdbc.sql(SELECT + "where migration_id = ? and app = ? and id < ? order by id desc limit 1")
			.params(migrationId, newer.snapshot().app().name(), newer.id())
			.query(SourceSnapshots::read)
			.optional();
	}

	private static Taken read(ResultSet row, int number) throws SQLException {
		return new Taken(row.getLong("id"), row.getObject("taken_at", OffsetDateTime.class).toInstant(),
				row.getLong("taken_by"), MAPPER.readValue(row.getString("document"), SourceSnapshot.class));
	}

	/** A look with when it was taken, and who asked for it. */
	public record Taken(long id, Instant at, long by, SourceSnapshot snapshot) {

	}

}
