package io.shiplift.migration;

import io.shiplift.credentials.Connection;
import io.shiplift.credentials.Leave;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The connection of a migration: the Heroku account and the AWS account of its team, or
 * else a practice world of its own, named after it. It is good for looking; a run says
 * when more is allowed.
 */
@Component
public class Connections {

	private final JdbcClient jdbc;

	Connections(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public Connection of(String migrationId) {
		return this.jdbc
			.sql("select connection_id, aws_connection_id from migration where id = ? and connection_id is not null")
			.param(migrationId)
			.query((row,
					number) -> (Connection) new Connection.Accounts(row.getString(1), row.getString(2), Leave.LOOK))
			.optional()
			.orElseGet(() -> new Connection.Practice(migrationId));
	}

}
