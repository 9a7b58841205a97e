package io.shiplift.migration;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what people read on Heroku's invoice, to be laid beside the sum of its prices.
 * Callers make sure that the migration is one that the person may see.
 */
@Component
public class Invoices {

	private final JdbcClient jdbc;

	private final Clock clock;

	Invoices(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public Optional<Invoice> of(String migrationId) {
		return this.jdbc.sql("select cents, typed_by, typed_at from heroku_invoice where migration_id = ?")
			.param(migrationId)
			.query((row, number) -> new Invoice(row.getLong("cents"), row.getLong("typed_by"),
					row.getObject("typed_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	/** Keeps an amount in US cents instead of the one before. */
	@Transactional
	public void keep(String migrationId, long cents, long by) {
		this.jdbc.sql("select id from migration where id = ? for update").param(migrationId).query().singleRow();
		remove(migrationId);
		this.jdbc.sql("insert into heroku_invoice (migration_id, cents, typed_by, typed_at) values (?, ?, ?, ?)")
			.params(migrationId, cents, by, this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	public void remove(String migrationId) {
		this.jdbc.sql("delete from heroku_invoice where migration_id = ?").param(migrationId).update();
	}

	/** What Heroku billed for a month, in US cents, and who typed it. */
	public record Invoice(long cents, long by, Instant at) {

	}

}
