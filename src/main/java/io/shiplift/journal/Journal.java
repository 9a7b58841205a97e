package io.shiplift.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.shiplift.credentials.Mask;
import io.shiplift.journal.JournalEntry.Draft;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Append-only record of everything that happened. Entries are written at the end of the
 * transaction that causes them, so the chain is locked only for a moment, and their ids
 * are without gaps in the order of commits.
 */
@Component
public class Journal {

	static final String GENESIS = "0".repeat(64);

	private static final int MAX_TEXT = 2000;

	private static final String COLUMNS = "select id, at, team_id, migration_id, run_id, step_key, kind, actor, text, previous_hash, hash from journal ";

	private final JdbcClient jdbc;

	private final EntityManager entities;

	private final TransactionTemplate transaction;

	private final Mask mask;

	private final Clock clock;

	Journal(JdbcClient jdbc, EntityManager entities, TransactionTemplate transaction, Mask mask, Clock clock) {
		this.jdbc = jdbc;
		this.entities = entities;
		this.transaction = transaction;
		this.mask = mask;
		this.clock = clock;
	}

	/**
	 * Writes a line in the present transaction, or in one of its own. Secrets are masked
	 * here, whoever writes.
	 */
	public void write(JournalKind kind, Subject subject, String actor, String text) {
		String masked = this.mask.mask(text).replace("\0", "");
		String kept = (masked.length() <= MAX_TEXT) ? masked : masked.substring(0, MAX_TEXT - 1) + "…";
		Draft draft = new Draft(subject, kind, actor, kept);
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			buffer().drafts.add(draft);
		}
		else {
			this.transaction.executeWithoutResult((status) -> buffer().drafts.add(draft));
		}
	}

	/** Entries of a team after an id, oldest first. */
	public List<JournalEntry> after(long teamId, long id, int limit) {
		return this.jdbc.sql(COLUMNS + "where team_id = :team and id > :id order by id limit :limit")
			.param("team", teamId)
			.param("id", id)
			.param("limit", limit)
			.query(Journal::entry)
			.list();
	}

	/** The newest entries of a team, newest first, narrowed to a migration or a run. */
	public List<JournalEntry> newest(long teamId, @Nullable String migrationId, @Nullable Long runId, int limit) {
		String where = "where team_id = :team" + ((migrationId != null) ? " and migration_id = :migration" : "")
				+ ((runId != null) ? " and run_id = :run" : "");
		JdbcClient.StatementSpec statement = this.jdbc.sql(COLUMNS + where + " order by id desc limit :limit")
			.param("team", teamId)
			.param("limit", limit);
		if (migrationId != null) {
			statement = statement.param("migration", migrationId);
		}
		if (runId != null) {
			statement = statement.param("run", runId);
		}
		return statement.query(Journal::entry).list();
	}

	/**
	 * A page of a team's entries, newest first, narrowed to a migration.
	 * @param before an entry id, exclusive
	 */
	public List<JournalEntry> before(long teamId, @Nullable String migrationId, long before, int limit) {
		JdbcClient.StatementSpec statement = this.jdbc.sql(COLUMNS + "where team_id = :team and id < :before"
				+ ((migrationId != null) ? " and migration_id = :migration" : "") + " order by id desc limit :limit")
			.param("team", teamId)
			.param("before", before)
			.param("limit", limit);
		return ((migrationId != null) ? statement.param("migration", migrationId) : statement).query(Journal::entry)
			.list();
	}

	public long lastId() {
		return this.jdbc.sql("select last_id from journal_head").query(Long.class).single();
	}

	/**
	 * Reads the whole chain and answers with the first line that does not fit, if any.
	 */
	public Optional<String> brokenAt() {
		long id = 0;
		String hash = GENESIS;
		while (true) {
			List<JournalEntry> page = this.jdbc.sql(COLUMNS + "where id > :id order by id limit 1000")
				.param("id", id)
				.query(Journal::entry)
				.list();
			for (JournalEntry entry : page) {
				if (!entry.follows(id, hash)) {
					return Optional.of("Entry " + (id + 1) + " was changed, removed or put in between.");
				}
				id = entry.id();
				hash = entry.hash();
			}
			if (page.isEmpty()) {
				return headMatches(id, hash) ? Optional.empty()
						: Optional.of("Entries after " + id + " were removed from the end.");
			}
		}
	}

	private boolean headMatches(long id, String hash) {
		return this.jdbc.sql("select count(*) from journal_head where last_id = :id and last_hash = :hash")
			.param("id", id)
			.param("hash", hash)
			.query(Integer.class)
			.single() == 1;
	}

	private Buffer buffer() {
		for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
			if (synchronization instanceof Buffer buffer) {
				return buffer;
			}
		}
		Buffer buffer = new Buffer();
		TransactionSynchronizationManager.registerSynchronization(buffer);
		return buffer;
	}

	private void append(List<Draft> drafts) {
		this.entities.flush();
		Head head = this.jdbc.sql("select last_id, last_hash from journal_head for update")
			.query((row, number) -> new Head(row.getLong(1), row.getString(2)))
			.single();
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		for (Draft draft : drafts) {
			JournalEntry entry = JournalEntry.after(head.id(), head.hash(), now, draft);
			insert(entry);
			head = new Head(entry.id(), entry.hash());
		}
		this.jdbc.sql("update journal_head set last_id = :id, last_hash = :hash")
			.param("id", head.id())
			.param("hash", head.hash())
			.update();
	}

	private void insert(JournalEntry entry) {
		Subject subject = entry.subject();
		this.jdbc
			.sql("""
					insert into journal (id, at, team_id, migration_id, run_id, step_key, kind, actor, text, previous_hash, hash)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(java.util.Arrays.asList(entry.id(), entry.at().atOffset(ZoneOffset.UTC), subject.teamId(),
					subject.migrationId(), subject.runId(), subject.stepKey(), entry.kind().name(), entry.actor(),
					entry.text(), entry.previousHash(), entry.hash()))
			.update();
	}

	private static JournalEntry entry(ResultSet row, int number) throws SQLException {
		Subject subject = new Subject(row.getLong(3), row.getString(4), row.getObject(5, Long.class), row.getString(6));
		return new JournalEntry(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), subject,
				JournalKind.valueOf(row.getString(7)), row.getString(8), row.getString(9), row.getString(10),
				row.getString(11));
	}

	private record Head(long id, String hash) {

	}

	/** Lines of the present transaction, written just before it commits. */
	private final class Buffer implements TransactionSynchronization {

		private final List<Draft> drafts = new ArrayList<>();

		@Override
		public void beforeCommit(boolean readOnly) {
			if (!this.drafts.isEmpty()) {
				append(this.drafts);
				this.drafts.clear();
			}
		}

	}

}
