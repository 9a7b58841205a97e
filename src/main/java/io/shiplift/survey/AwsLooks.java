package io.shiplift.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.shiplift.aws.AwsFinding;
import io.shiplift.aws.AwsSurvey;
import io.shiplift.credentials.Connection;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalKind;
import io.shiplift.journal.Subject;
import io.shiplift.migration.Connections;
import io.shiplift.migration.Migration;
import io.shiplift.migration.Migrations;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.plan.Plan;
import io.shiplift.security.Member;
import io.shiplift.security.Role;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at accounts for the newest plan of a migration and keeps the last look of each.
 */
@Component
public class AwsLooks {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final List<AwsSurvey> surveys;

	private final Migrations migrations;

	private final Connections connections;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Journal journal;

	private final Clock clock;

	AwsLooks(List<AwsSurvey> surveys, Migrations migrations, Connections connections, JdbcClient jdbc,
			TransactionTemplate transaction, Journal journal, Clock clock) {
		this.surveys = surveys;
		this.migrations = migrations;
		this.connections = connections;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.journal = journal;
		this.clock = clock;
	}

	/** The last look through the connection that the migration has now. */
	public Optional<AwsLook> newest(Migration migration) {
		return this.jdbc.sql("select * from aws_look where migration_id = ? and connection_id = ?")
			.params(migration.id(), Objects.requireNonNullElse(migration.awsConnectionId(), ""))
			.query(AwsLooks::read)
			.optional();
	}

	/**
	 * Looks at the account for the newest plan.
	 * @throws OutsideProblem if we do not get in
	 */
	public AwsLook look(Migration migration, Member member) {
		member.require(Role.OPERATOR);
		Plan plan = this.migrations.read(this.migrations.newestPlan(migration));
		Connection connection = this.connections.of(migration.id());
		List<AwsFinding> findings = this.surveys.stream()
			.filter((survey) -> survey.serves(connection))
			.flatMap((survey) -> survey.look(connection, PlanNeeds.of(plan)).stream())
			.toList();
		AwsLook look = new AwsLook(Objects.requireNonNullElse(migration.awsConnectionId(), ""), migration.planNumber(),
				findings, member.name(), this.clock.instant());
		this.transaction.executeWithoutResult((status) -> keep(migration, look));
		return look;
	}

	private void keep(Migration migration, AwsLook look) {
		this.jdbc.sql("delete from aws_look where migration_id = ?").param(migration.id()).update();
		this.jdbc
			.sql("insert into aws_look (migration_id, connection_id, plan_number, document, looked_by, looked_at)"
					+ " values (?, ?, ?, ?, ?, ?)")
			.params(migration.id(), look.connectionId(), look.planNumber(), JSON.writeValueAsString(look.findings()),
					look.by(), look.at().atOffset(ZoneOffset.UTC))
			.update();
		this.journal.write(JournalKind.CHECK, Subject.migration(migration.teamId(), migration.id()), look.by(),
				"Looked at the AWS account for plan " + look.planNumber() + ": " + look.words());
	}

	private static AwsLook read(ResultSet row, int number) throws SQLException {
		return new AwsLook(row.getString("connection_id"), row.getInt("plan_number"),
				List.of(JSON.readValue(row.getString("document"), AwsFinding[].class)), row.getString("looked_by"),
				row.getObject("looked_at", OffsetDateTime.class).toInstant());
	}

}
