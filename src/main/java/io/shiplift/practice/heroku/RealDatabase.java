package io.shiplift.practice.heroku;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.shiplift.data.DatabaseAddress;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.practice.ConditionalOnPractice;
import io.shiplift.practice.database.PracticeDatabases;

import org.springframework.stereotype.Component;

/**
 * The shop's real PostgreSQL database.
 */
@Component
@ConditionalOnPractice
class RealDatabase implements SourceDatabase {

	private static final String END_OTHERS = "select count(pg_terminate_backend(pid)) from pg_stat_activity"
			+ " where datname = current_database() and usename = current_user and pid <> pg_backend_pid()";

	private final PracticeDatabases databases;

	RealDatabase(PracticeDatabases databases) {
		this.databases = databases;
	}

	@Override
	public String url(String world) {
		return this.databases.sourceUrl(world);
	}

	@Override
	public int endSessions(String world) {
		DatabaseAddress address = this.databases.source(world);
		String url = "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.database();
		try (Connection connection = DriverManager.getConnection(url, address.user(), address.password());
				Statement statement = connection.createStatement();
				ResultSet ended = statement.executeQuery(END_OTHERS)) {
			ended.next();
			return ended.getInt(1);
		}
		catch (SQLException ex) {
			throw new OutsideProblem(OutsideProblem.Kind.TRANSIENT,
					"Sessions on the shop's database could not be ended: " + ex.getMessage(), ex);
		}
	}

}
