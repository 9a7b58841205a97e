package io.shiplift.migration;

import java.util.List;

import io.shiplift.credentials.ConnectionUsers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The migrations that work with a connection.
 */
@Component
class AwsUsers implements ConnectionUsers {

	private final JdbcClient jdbc;

	AwsUsers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<String> ofAws(String connectionId) {
		return this.jdbc.sql("select name from migration where aws_connection_id = ? order by name, id")
			.param(connectionId)
			.query((row, number) -> row.getString(1))
			.list();
	}

}
