package io.shiplift.credentials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.shiplift.outside.OutsideProblem;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The Heroku accounts that teams gave tokens for. Tokens lie in the store of secrets,
 * bound to their connection; whoever asks names the team, except for the token itself,
 * which only goes to Heroku.
 */
@Component
public class TeamConnections {

	private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

	private static final String SELECT = "select id, team_id, name, last_four, email, scopes, requests_left, problem,"
			+ " tested_at, added_by, added_at from team_connection ";

	private final JdbcClient jdbc;

	private final SecretStore secrets;

	private final Clock clock;

	private final RandomGenerator random = RandomGenerator.of("SecureRandom");

	TeamConnections(JdbcClient jdbc, SecretStore secrets, Clock clock) {
		this.jdbc = jdbc;
		this.secrets = secrets;
		this.clock = clock;
	}

	/** Those of a team, by name. */
	public List<TeamConnection> of(long teamId) {
		return this.jdbc.sql(SELECT + "where team_id = ? order by name, id")
			.param(teamId)
			.query(TeamConnections::read)
			.list();
	}

	public Optional<TeamConnection> find(long teamId, String id) {
		return this.jdbc.sql(SELECT + "where team_id = ? and id = ?")
			.params(teamId, id)
			.query(TeamConnections::read)
			.optional();
	}

	/** Keeps a token with what a test of it found; answers the id. */
	@Transactional
	public String add(long teamId, String name, String token, Tested tested, long by) {
		StringBuilder id = new StringBuilder(12);
		while (id.length() < 12) {
			id.append(LETTERS.charAt(this.random.nextInt(LETTERS.length())));
		}
		String secret = this.secrets.keep(owner(id.toString()), token);
		this.jdbc
			.sql("insert into team_connection (id, team_id, name, secret_id, last_four, email, scopes, requests_left,"
					+ " problem, tested_at, added_by, added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(id.toString(), teamId, name, secret, lastFour(token), tested.email(), tested.scopes(),
					tested.requestsLeft(), tested.problem(), now(), by, now())
			.update();
		return id.toString();
	}

	/** Puts another token in the place of the old one, which is deleted. */
	@Transactional
	public void replace(TeamConnection connection, String token, Tested tested) {
		String old = secretId(connection.id()).orElseThrow(TeamConnections::gone);
		String secret = this.secrets.keep(owner(connection.id()), token);
		this.jdbc.sql("update team_connection set secret_id = ?, last_four = ? where id = ? and team_id = ?")
			.params(secret, lastFour(token), connection.id(), connection.teamId())
			.update();
		this.secrets.forget(owner(connection.id()), old);
		tested(connection, tested);
	}

	/** Keeps what a test found. */
	@Transactional
	public void tested(TeamConnection connection, Tested tested) {
		this.jdbc
			.sql("update team_connection set email = ?, scopes = ?, requests_left = ?, problem = ?, tested_at = ?"
					+ " where id = ? and team_id = ?")
			.params(tested.email(), tested.scopes(), tested.requestsLeft(), tested.problem(), now(), connection.id(),
					connection.teamId())
			.update();
	}

	/** Removes it and its token for good. */
	@Transactional
	public void remove(TeamConnection connection) {
		secretId(connection.id()).ifPresent((secret) -> this.secrets.forget(owner(connection.id()), secret));
		this.jdbc.sql("delete from team_connection where id = ? and team_id = ?")
			.params(connection.id(), connection.teamId())
			.update();
	}

	/** The token, for the one who sends it to Heroku. */
	public String token(String id) {
		return this.secrets.read(owner(id), secretId(id).orElseThrow(TeamConnections::gone));
	}

	private Optional<String> secretId(String id) {
		return this.jdbc.sql("select secret_id from team_connection where id = ?")
			.param(id)
			.query(String.class)
			.optional();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static OutsideProblem gone() {
		return new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON,
				"The Heroku connection was removed. Choose another one for this migration.");
	}

	private static String owner(String id) {
		return "connection-" + id;
	}

	/** What tells one token from another, if enough stays hidden. */
	private static String lastFour(String token) {
		return (token.length() >= 20) ? token.substring(token.length() - 4) : "";
	}

	private static TeamConnection read(ResultSet row, int number) throws SQLException {
		return new TeamConnection(row.getString("id"), row.getLong("team_id"), row.getString("name"),
				row.getString("last_four"), new Tested(row.getString("email"), row.getString("scopes"),
						row.getInt("requests_left"), row.getString("problem")),
				at(row, "tested_at"), row.getLong("added_by"), at(row, "added_at"));
	}

	private static Instant at(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/**
	 * What a test found: whose token it is, what it may do, how many requests are left in
	 * this hour (-1 if unknown), and what is wrong, or an empty text.
	 */
	public record Tested(String email, String scopes, int requestsLeft, String problem) {

	}

	/** A connection as people see it; of its token only the last four letters. */
	public record TeamConnection(String id, long teamId, String name, String lastFour, Tested tested, Instant testedAt,
			long addedBy, Instant addedAt) {

		/** What opens it, for looking only. */
		public Connection connection() {
			return new Connection.Accounts(this.id);
		}

	}

}
