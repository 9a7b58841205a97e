package io.shiplift.code;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.shiplift.code.CodeScan.Kind;
import io.shiplift.code.CodeScan.State;
import io.shiplift.credentials.SecretStore;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalKind;
import io.shiplift.journal.Subject;
import io.shiplift.repository.Correction;
import io.shiplift.repository.Repositories;
import io.shiplift.repository.RepositoryScan;
import io.shiplift.repository.Topic;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps looks at code and what people said about them. Whoever asks has checked that the
 * migration is one of their team.
 */
@Component
public class CodeScans {

	private static final String COLUMNS = "select id, migration_id, kind, place, branch, secret_id, state, problem, requested_by, requested_at, ended_at from code_scan ";

	private final JsonMapper json = new JsonMapper();

	private final JdbcClient jdbc;

	private final Repositories repositories;

	private final CodeFiles files;

	private final SecretStore secrets;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CodeScans(JdbcClient jdbc, Repositories repositories, CodeFiles files, SecretStore secrets, Journal journal,
			ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.repositories = repositories;
		this.files = files;
		this.secrets = secrets;
		this.journal = journal;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Asks for a look at a branch. The token, if there is one, is kept encrypted.
	 * @throws io.shiplift.outside.OutsideProblem if the address may not be asked
	 */
	@Transactional
	public void git(String migrationId, String typed, String branch, String token, Member member) {
		member.require(Role.OPERATOR);
		String address = this.repositories.address(typed);
		request(migrationId, Kind.GIT, address, branch, token.isEmpty() ? "" : this.secrets.keep(migrationId, token),
				member);
	}

	/** Asks for a look at an archive. */
	@Transactional
	public void archive(String migrationId, String name, InputStream content, Member member) {
		member.require(Role.OPERATOR);
		String file = this.files.keep(content);
		request(migrationId, Kind.ARCHIVE, name, "", file, member);
	}

	/** Looks again at where the code was, with the same token. */
	@Transactional
	public void again(String migrationId, Member member) {
		member.require(Role.OPERATOR);
		latest(migrationId).filter((scan) -> scan.kind() == Kind.GIT && scan.state() != State.READING)
			.ifPresent((scan) -> request(migrationId, Kind.GIT, scan.place(), scan.branch(), scan.secretId(), member));
	}

	/** The newest look. */
	public Optional<CodeScan> latest(String migrationId) {
		return this.jdbc.sql(COLUMNS + "where migration_id = ? order by id desc limit 1")
			.param(migrationId)
			.query(CodeScans::scan)
			.optional();
	}

	/** What the newest look that worked found, as people corrected it. */
	public Optional<RepositoryScan> scan(String migrationId) {
		return this.jdbc
			.sql("select document from code_scan where migration_id = ? and state = 'DONE' order by id desc limit 1")
			.param(migrationId)
			.query(String.class)
			.optional()
			.map((document) -> this.json.readValue(document, RepositoryScan.class).corrected(corrections(migrationId)));
	}

	/** What people say now, newest of each. */
	public List<Correction> corrections(String migrationId) {
		Map<String, Correction> newest = new LinkedHashMap<>();
		this.jdbc.sql(
				"select topic, name, said, withdrawn, why, who, at from code_correction where migration_id = ? order by id")
			.param(migrationId)
			.query((row) -> {
				String key = row.getString(1) + "/" + row.getString(2);
				newest.put(key, new Correction(Topic.valueOf(row.getString(1)), row.getString(2), row.getString(3),
						row.getString(5), row.getString(6), instant(row, 7)));
				if (row.getBoolean(4)) {
					newest.remove(key);
				}
			});
		return List.copyOf(newest.values());
	}

	/** Keeps what a person says instead of what was read. */
	@Transactional
	void correct(String migrationId, Topic topic, String name, String said, String why, Member member) {
		member.require(Role.OPERATOR);
		correction(migrationId, new Correction(topic, name, said, why, member.name(), this.clock.instant()), false);
		note(migrationId, member, topic.title() + ((name.isEmpty()) ? "" : " " + name) + ": "
				+ ((said.isEmpty()) ? "there is none" : said) + ", said instead of what was read. Why: " + why);
	}

	/** Lets what was read count again. */
	@Transactional
	void withdraw(String migrationId, Topic topic, String name, Member member) {
		member.require(Role.OPERATOR);
		correction(migrationId, new Correction(topic, name, "", "", member.name(), this.clock.instant()), true);
		note(migrationId, member,
				topic.title() + ((name.isEmpty()) ? "" : " " + name) + ": what was read counts again");
	}

	Optional<CodeScan> find(long id) {
		return this.jdbc.sql(COLUMNS + "where id = ?").param(id).query(CodeScans::scan).optional();
	}

	@Transactional
	void done(CodeScan scan, RepositoryScan found) {
		this.jdbc.sql("update code_scan set state = 'DONE', document = ?, ended_at = ? where id = ?")
			.params(this.json.writeValueAsString(found), now(), scan.id())
			.update();
		note(scan, "Read " + found.files() + " files of " + scan.words());
	}

	@Transactional
	void failed(CodeScan scan, String problem) {
		this.jdbc.sql("update code_scan set state = 'FAILED', problem = ?, ended_at = ? where id = ?")
			.params(problem, now(), scan.id())
			.update();
		note(scan, "Could not read " + scan.words() + ": " + problem);
	}

	private void request(String migrationId, Kind kind, String place, String branch, String secret, Member member) {
		this.jdbc
			.sql("""
					insert into code_scan (migration_id, team_id, kind, place, branch, secret_id, state, problem, requested_by, requested_at)
					values (?, ?, ?, ?, ?, ?, 'READING', '', ?, ?)""")
			.params(migrationId, member.teamId(), kind.name(), place, branch, secret, member.name(), now())
			.update();
		CodeScan scan = latest(migrationId).orElseThrow();
		note(migrationId, member, "Asked to read " + scan.words());
		this.events.publishEvent(new CodeRequested(scan.id()));
	}

	private void correction(String migrationId, Correction correction, boolean withdrawn) {
		this.jdbc.sql(
				"insert into code_correction (migration_id, topic, name, said, withdrawn, why, who, at) values (?, ?, ?, ?, ?, ?, ?, ?)")
			.params(migrationId, correction.topic().name(), correction.name(), correction.value(), withdrawn,
					correction.why(), correction.who(), now())
			.update();
	}

	private void note(String migrationId, Member member, String text) {
		this.journal.write(JournalKind.ANSWER, Subject.migration(member.teamId(), migrationId), member.name(), text);
	}

	private void note(CodeScan scan, String text) {
		long team = this.jdbc.sql("select team_id from code_scan where id = ?")
			.param(scan.id())
			.query(Long.class)
			.single();
		this.journal.write(JournalKind.NOTE, Subject.migration(team, scan.migrationId()), "Shiplift", text);
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Instant instant(ResultSet row, int column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static CodeScan scan(ResultSet row, int number) throws SQLException {
		OffsetDateTime ended = row.getObject(11, OffsetDateTime.class);
		return new CodeScan(row.getLong(1), row.getString(2), Kind.valueOf(row.getString(3)), row.getString(4),
				row.getString(5), row.getString(6), State.valueOf(row.getString(7)), row.getString(8), row.getString(9),
				instant(row, 10), (ended != null) ? ended.toInstant() : null);
	}

}
