package io.shiplift.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.shiplift.practice.database.TestShops;
import io.shiplift.testing.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LimitsReader} and {@link DatabaseLimits}.
 */
class LimitsReaderTests {

	private final List<String> remarks = new ArrayList<>();

	@Test
	void namesLongTransactionsWithoutTheirQueries() throws SQLException {
		DatabaseAddress small = TestShops.small("longtransaction");
		try (Connection open = small.connect(); Statement statement = open.createStatement()) {
			open.setAutoCommit(false);
			statement.execute("set application_name = 'nightly <report>'");
			statement.executeQuery("select 'very secret'").close();
			read(small, 0);
		}
		assertThat(this.remarks).singleElement()
			.asString()
			.contains("nightly ?report?", "transaction open for 0 minutes", "pg_terminate_backend(")
			.doesNotContain("secret");
	}

	@Test
	void tellsOfAThousandSchemas() throws SQLException {
		DatabaseAddress small = TestShops.small("schemas");
		Sql.run(small, "do $$ begin for i in 1..1000 loop execute 'create schema tenant_' || i; end loop; end $$");
		assertThat(read(small, LimitsReader.PATIENCE).schemas()).isEqualTo(1001);
		assertThat(this.remarks).singleElement().asString().startsWith("There are 1001 schemas").contains("all moved");
	}

	@Test
	void takesTheTightestLimitOfConnections() throws SQLException {
		DatabaseAddress small = TestShops.small("connections");
		PostgresServer.execute("alter role small_connections connection limit 4");
		DatabaseLimits limits = read(small, LimitsReader.PATIENCE);
		assertThat(limits.connections()).isEqualTo(4);
		assertThat(limits.used()).isOne();
		assertThat(limits.streams()).isOne();
		assertThat(this.remarks).singleElement().asString().startsWith("Only 3 of 4 connections are free");
	}

	@Test
	void namesInvalidIndexesAndLargeObjects() throws SQLException {
		DatabaseAddress small = TestShops.small("invalid");
		Sql.run(small, "create index broken on part_1 (word)", "select lo_create(0)");
		PostgresServer.executeIn(small.database(),
				"update pg_index set indisvalid = false where indexrelid = 'broken'::regclass");
		assertThat(read(small, LimitsReader.PATIENCE).largeObjects()).isOne();
		assertThat(this.remarks).hasSize(2)
			.anyMatch((remark) -> remark.contains("invalid and not moved (public.broken)"))
			.anyMatch((remark) -> remark.startsWith("1 large object"));
	}

	@Test
	void seesThatTheRoleMayNotMakeASchema() throws SQLException {
		DatabaseAddress small = TestShops.small("noschema");
		PostgresServer.execute("alter database " + small.database() + " owner to postgres");
		assertThat(read(small, LimitsReader.PATIENCE).maySchema()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "120, 3, 2, 2", "120, 3, 16, 4", "20, 18, 4, 1", "20, 25, 4, 1", "10, 4, 8, 3" })
	void leavesTheAppItsConnections(int most, int used, int processors, int streams) {
		assertThat(DatabaseLimits.streams(most, used, processors)).isEqualTo(streams);
	}

	@Test
	void asksForRoomForDataSortsAndLog() {
		assertThat(DatabaseLimits.NONE.storageNeeded(10L << 30)).isEqualTo(20);
		assertThat(DatabaseLimits.NONE.storageNeeded(100L << 30)).isEqualTo(148);
	}

	private DatabaseLimits read(DatabaseAddress address, long patience) throws SQLException {
		try (Connection connection = address.connect(); Statement statement = connection.createStatement()) {
			return new LimitsReader(statement, this.remarks, patience).read(List.of());
		}
	}

}
