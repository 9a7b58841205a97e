package io.shiplift.practice.heroku;

import io.shiplift.practice.PracticeWorld;
import io.shiplift.testing.PostgresServer;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The same tests with the state in PostgreSQL.
 */
class PracticeHerokuOnPostgresTests extends PracticeHerokuTests {

	@Override
	PracticeWorld world() {
		PostgresServer.Database database = PostgresServer.freshDatabase();
		return new PracticeWorld(new DriverManagerDataSource(database.url(), database.user(), database.password()));
	}

}
