package io.shiplift.check.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalKind;
import io.shiplift.journal.Subject;
import io.shiplift.migration.Migration;
import io.shiplift.security.Member;
import io.shiplift.security.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps who went on in spite of which finding, and why. Nothing is ever deleted.
 */
@Component
public class CheckOverrides {

	private final JdbcClient jdbc;

	private final Journal journal;

	private final Clock clock;

	CheckOverrides(JdbcClient jdbc, Journal journal, Clock clock) {
		this.jdbc = jdbc;
		this.journal = journal;
		this.clock = clock;
	}

	/** Overrides that were not withdrawn, newest first. */
	public List<CheckOverride> of(String migrationId) {
		return this.jdbc
			.sql("select check_key, finding_hash, reason, person, given_at from check_override"
					+ " where migration_id = ? and withdrawn_at is null order by id desc")
			.param(migrationId)
			.query(CheckOverrides::read)
			.list();
	}

	/** Goes on in spite of what a check found. */
	@Transactional
	public void give(Migration migration, CheckRow row, String hash, String reason, Member member) {
		member.require(Role.OPERATOR);
		if (of(migration.id()).stream().anyMatch((given) -> given.covers(row.key(), hash))) {
			return;
		}
		this.jdbc.sql(
				"insert into check_override (migration_id, check_key, finding_hash, reason, person_id, person, given_at)"
						+ " values (?, ?, ?, ?, ?, ?, ?)")
			.params(migration.id(), row.key(), hash, reason, member.userId(), member.name(), now())
			.update();
		write(migration, member, "Accepted what the check “" + row.title() + "” found: " + reason + " Found was: "
				+ String.join(" ", row.causes()));
	}

	/** Takes overrides of a check back. */
	@Transactional
	public void withdraw(Migration migration, CheckRow row, Member member) {
		member.require(Role.OPERATOR);
		int taken = this.jdbc.sql(
				"update check_override set withdrawn_at = ? where migration_id = ? and check_key = ? and withdrawn_at is null")
			.params(now(), migration.id(), row.key())
			.update();
		if (taken > 0) {
			write(migration, member, "No longer accepts what the check “" + row.title() + "” found");
		}
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private void write(Migration migration, Member member, String text) {
		this.journal.write(JournalKind.CHECK, Subject.migration(migration.teamId(), migration.id()), member.name(),
				text);
	}

	private static CheckOverride read(ResultSet row, int number) throws SQLException {
		return new CheckOverride(row.getString("check_key"), row.getString("finding_hash"), row.getString("reason"),
				row.getString("person"), row.getObject("given_at", OffsetDateTime.class).toInstant());
	}

}
