package io.shiplift.credentials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.shiplift.credentials.AwsConnection.Place;
import io.shiplift.credentials.AwsConnection.Tested;
import io.shiplift.outside.OutsideProblem;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The AWS accounts that teams let us into. The external id of each is made here and never
 * changes, so that nobody can choose one or use one twice; access keys lie in the store
 * of secrets, bound to their connection.
 */
@Component
public class AwsConnectionStore {

	private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

	private static final int ID_LENGTH = 12;

	/** Five random bits a letter: two hundred bits. */
	private static final int EXTERNAL_ID_LENGTH = 40;

	private static final String SELECT = "select id, team_id, name, external_id, account_id, region, role_arn, key_id,"
			+ " principal, problem, tested_at, added_by, added_at from aws_connection ";

	private final JdbcClient jdbc;

	private final SecretStore secrets;

	private final Clock clock;

	private final RandomGenerator random = RandomGenerator.of("SecureRandom");

	AwsConnectionStore(JdbcClient jdbc, SecretStore secrets, Clock clock) {
		this.jdbc = jdbc;
		this.secrets = secrets;
		this.clock = clock;
	}

	/** Those of a team, by name. */
	public List<AwsConnection> of(long teamId) {
		return this.jdbc.sql(SELECT + "where team_id = ? order by name, id")
			.param(teamId)
			.query(AwsConnectionStore::read)
			.list();
	}

	public Optional<AwsConnection> find(long teamId, String id) {
		return this.jdbc.sql(SELECT + "where team_id = ? and id = ?")
			.params(teamId, id)
			.query(AwsConnectionStore::read)
			.optional();
	}

	/**
	 * The connection of a migration, for whoever goes to AWS.
	 * @throws OutsideProblem if it is gone or was never finished
	 */
	public AwsConnection known(String id) {
		return this.jdbc.sql(SELECT + "where id = ?")
			.param(id)
			.query(AwsConnectionStore::read)
			.optional()
			.filter((connection) -> !connection.begun())
			.orElseThrow(() -> new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON,
					"The AWS connection of this migration was removed or never finished. Choose another one for it."));
	}

	/** Begins one that has its external id and waits for its role; answers the id. */
	@Transactional
	public String begin(long teamId, String name, Place place, long by) {
		String id = letters(ID_LENGTH);
		this.jdbc
			.sql("insert into aws_connection (id, team_id, name, external_id, account_id, region, role_arn, key_id,"
					+ " principal, problem, added_by, added_at) values (?, ?, ?, ?, ?, ?, '', '', '', '', ?, ?)")
			.params(id, teamId, name, letters(EXTERNAL_ID_LENGTH), place.accountId(), place.region(), by, now())
			.update();
		return id;
	}

	/** Lets it work with a role that was tested; an access key it had is deleted. */
	@Transactional
	public void role(AwsConnection connection, String roleArn, Tested tested) {
		forgetKey(connection);
		this.jdbc.sql("update aws_connection set role_arn = ?, key_id = '', secret_id = null where id = ?")
			.params(roleArn, connection.id())
			.update();
		tested(connection, tested);
	}

	/** Lets it work with an access key that was tested; the one before is deleted. */
	@Transactional
	public void key(AwsConnection connection, String keyId, String secret, Tested tested) {
		forgetKey(connection);
		this.jdbc.sql("update aws_connection set role_arn = '', key_id = ?, secret_id = ? where id = ?")
			.params(keyId, this.secrets.keep(owner(connection.id()), secret), connection.id())
			.update();
		tested(connection, tested);
	}

	/** Keeps what a test found. */
	@Transactional
	public void tested(AwsConnection connection, Tested tested) {
		this.jdbc.sql("update aws_connection set principal = ?, problem = ?, tested_at = ? where id = ?")
			.params(tested.principal(), tested.problem(), now(), connection.id())
			.update();
	}

	/** Removes it and its key for good; it must not be in use. */
	@Transactional
	public void remove(AwsConnection connection) {
		forgetKey(connection);
		this.jdbc.sql("delete from aws_connection where id = ?").param(connection.id()).update();
	}

	/** The secret half of its access key, for the one who signs requests with it. */
	public String secretKey(AwsConnection connection) {
		return this.secrets.read(owner(connection.id()),
				secretId(connection).orElseThrow(() -> new OutsideProblem(OutsideProblem.Kind.NEEDS_PERSON,
						"The access key of the AWS connection " + connection.name() + " is gone. Enter it again.")));
	}

	private void forgetKey(AwsConnection connection) {
		secretId(connection).ifPresent((secret) -> this.secrets.forget(owner(connection.id()), secret));
	}

	private Optional<String> secretId(AwsConnection connection) {
		return this.jdbc.sql("select secret_id from aws_connection where id = ? and secret_id is not null")
			.param(connection.id())
			.query(String.class)
			.optional();
	}

	private String letters(int length) {
		StringBuilder text = new StringBuilder(length);
		while (text.length() < length) {
			text.append(LETTERS.charAt(this.random.nextInt(LETTERS.length())));
		}
		return text.toString();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static String owner(String id) {
		return "aws-connection-" + id;
	}

	private static AwsConnection read(ResultSet row, int number) throws SQLException {
		OffsetDateTime tested = row.getObject("tested_at", OffsetDateTime.class);
		return new AwsConnection(row.getString("id"), row.getLong("team_id"), row.getString("name"),
				new Place(row.getString("account_id"), row.getString("region")), row.getString("external_id"),
				row.getString("role_arn"), row.getString("key_id"),
				new Tested(row.getString("principal"), row.getString("problem"),
						(tested != null) ? tested.toInstant() : null),
				row.getLong("added_by"), row.getObject("added_at", OffsetDateTime.class).toInstant());
	}

}
