package io.shiplift.journey;

import java.nio.file.Path;
import java.time.Duration;

import io.shiplift.step.RunKind;
import io.shiplift.testing.PostgresServer;
import io.shiplift.testing.RunningShiplift;
import io.shiplift.testing.Voyage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two nodes on one PostgreSQL share the work; what a killed node held goes on elsewhere.
 */
class TwoNodesTests {

	@Test
	void aKilledNodesStepsGoOnElsewhereWithinAMinute(@TempDir Path scratch) {
		PostgresServer.Database database = PostgresServer.freshDatabase();
		JdbcClient jdbc = JdbcClient
			.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
		try (RunningShiplift one = RunningShiplift.onPostgres(scratch, database);
				RunningShiplift two = RunningShiplift.onPostgres(scratch, database)) {
			RunningShiplift.Person olga = one.newPerson("Olga", "OPERATOR");
			Voyage voyage = Voyage.planned(one, olga, one.newPerson("Anton", "APPROVER"), "Shop");
			long run = voyage.start(RunKind.PREPARE);
			await(Duration.ofSeconds(90), jdbc, "select count(distinct node) from attempt", 2);
			String picked = "select count(*) from scheduled_tasks where picked and picked_by like '%-" + two.pid()
					+ "'";
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.pollInterval(Duration.ofMillis(5))
				.until(() -> count(jdbc, picked) > 0);
			two.kill();
			long fence = count(jdbc, "select sum(fence) from step_run");
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.until(() -> count(jdbc,
						"select count(*) from scheduled_tasks where picked_by like '%-" + two.pid() + "'") == 0);
			await(Duration.ofSeconds(60), jdbc, "select sum(fence) from step_run", fence + 1);
			voyage.awaitDone(run, Duration.ofMinutes(3));
		}
	}

	private static void await(Duration patience, JdbcClient jdbc, String sql, long atLeast) {
		Awaitility.await().atMost(patience).until(() -> count(jdbc, sql) >= atLeast);
	}

	private static long count(JdbcClient jdbc, String sql) {
		return jdbc.sql(sql).query(Long.class).single();
	}

}
