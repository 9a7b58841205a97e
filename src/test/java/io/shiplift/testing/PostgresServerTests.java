package io.shiplift.testing;

import java.sql.DriverManager;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PostgresServer}.
 */
class PostgresServerTests {

	@Test
	void givesEmptyDatabasesThatDiffer() throws Exception {
		PostgresServer.Database one = PostgresServer.freshDatabase();
		PostgresServer.Database two = PostgresServer.freshDatabase();
		assertThat(one.url()).startsWith("jdbc:postgresql://127.0.0.1:").isNotEqualTo(two.url());
		try (var connection = DriverManager.getConnection(one.url(), one.user(), one.password());
				var result = connection.createStatement().executeQuery("show server_version")) {
			assertThat(result.next()).isTrue();
			assertThat(result.getString(1)).startsWith("15.");
		}
	}

}
