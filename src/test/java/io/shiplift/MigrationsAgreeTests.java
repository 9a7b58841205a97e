package io.shiplift;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.shiplift.testing.PostgresServer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the migrations end in the same schema on H2 and on PostgreSQL.
 */
class MigrationsAgreeTests {

	private static Schema h2;

	private static Schema postgresql;

	@BeforeAll
	static void migrateBoth() throws SQLException {
		h2 = Schema.migrated("jdbc:h2:mem:agree;DB_CLOSE_DELAY=-1", "", "", "h2");
		PostgresServer.Database database = PostgresServer.freshDatabase();
		postgresql = Schema.migrated(database.url(), database.user(), database.password(), "postgresql");
	}

	@Test
	void columnsAgree() {
		assertThat(h2.columns).isNotEmpty().containsExactlyElementsOf(postgresql.columns);
	}

	@Test
	void primaryKeysAgree() {
		assertThat(h2.primaryKeys).isNotEmpty().containsExactlyElementsOf(postgresql.primaryKeys);
	}

	@Test
	void foreignKeysAgree() {
		assertThat(h2.foreignKeys).containsExactlyElementsOf(postgresql.foreignKeys);
	}

	@Test
	void uniqueKeysAgree() {
		assertThat(h2.uniqueKeys).containsExactlyElementsOf(postgresql.uniqueKeys);
	}

	@Test
	void everyIndexStandsOnBoth() {
		// H2 also makes an index for each foreign key by itself.
		assertThat(h2.indexes).containsAll(postgresql.indexes);
	}

	@Test
	void versionsAgree() {
		assertThat(h2.versions).isNotEmpty().containsExactlyElementsOf(postgresql.versions);
	}

	/**
	 * What stands after all migrations, one line for each thing.
	 */
	private static final class Schema {

		private final SortedSet<String> columns = new TreeSet<>();

		private final SortedSet<String> primaryKeys = new TreeSet<>();

		private final SortedSet<String> foreignKeys = new TreeSet<>();

		private final SortedSet<String> uniqueKeys = new TreeSet<>();

		private final SortedSet<String> indexes = new TreeSet<>();

		private final List<String> versions = new ArrayList<>();

		static Schema migrated(String url, String user, String password, String vendor) throws SQLException {
			Flyway flyway = Flyway.configure()
				.dataSource(url, user, password)
				.locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
				.load();
			flyway.migrate();
			Schema schema = new Schema();
			for (var applied : flyway.info().applied()) {
				schema.versions.add(applied.getVersion() + " " + applied.getDescription());
			}
			try (Connection connection = DriverManager.getConnection(url, user, password)) {
				schema.read(connection.getMetaData(), connection.getSchema());
			}
			return schema;
		}

		private void read(DatabaseMetaData data, String name) throws SQLException {
			try (ResultSet tables = data.getTables(null, name, null, new String[] { "TABLE", "BASE TABLE" })) {
				while (tables.next()) {
					String table = tables.getString("TABLE_NAME");
					if (!table.toLowerCase(Locale.ROOT).startsWith("flyway")) {
						readColumns(data, name, table);
						readKeys(data, name, table);
						readIndexes(data, name, table);
					}
				}
			}
		}

		private void readColumns(DatabaseMetaData data, String schema, String table) throws SQLException {
			try (ResultSet column = data.getColumns(null, schema, table, null)) {
				while (column.next()) {
					this.columns.add(lower(table + "." + column.getString("COLUMN_NAME") + " " + type(column) + " "
							+ ("YES".equals(column.getString("IS_NULLABLE")) ? "null" : "not null")
							+ ("YES".equals(column.getString("IS_AUTOINCREMENT")) ? " identity" : "")));
				}
			}
		}

		private void readKeys(DatabaseMetaData data, String schema, String table) throws SQLException {
			List<String> primary = new ArrayList<>();
			try (ResultSet key = data.getPrimaryKeys(null, schema, table)) {
				while (key.next()) {
					primary.add(key.getString("COLUMN_NAME"));
				}
			}
			if (!primary.isEmpty()) {
				this.primaryKeys.add(lower(table + " " + new TreeSet<>(primary)));
			}
			try (ResultSet key = data.getImportedKeys(null, schema, table)) {
				while (key.next()) {
					this.foreignKeys.add(lower(table + "." + key.getString("FKCOLUMN_NAME") + " -> "
							+ key.getString("PKTABLE_NAME") + "." + key.getString("PKCOLUMN_NAME")));
				}
			}
		}

		private void readIndexes(DatabaseMetaData data, String schema, String table) throws SQLException {
			TreeMap<String, List<String>> unique = new TreeMap<>();
			TreeMap<String, List<String>> plain = new TreeMap<>();
			try (ResultSet index = data.getIndexInfo(null, schema, table, false, true)) {
				while (index.next()) {
					(index.getBoolean("NON_UNIQUE") ? plain : unique)
						.computeIfAbsent(index.getString("INDEX_NAME"), (name) -> new ArrayList<>())
						.add(index.getString("COLUMN_NAME"));
				}
			}
			unique.values().forEach((columns) -> this.uniqueKeys.add(lower(table + " " + new TreeSet<>(columns))));
			plain.forEach((name, columns) -> this.indexes.add(lower(table + " " + name + columns)));
		}

		private static String type(ResultSet column) throws SQLException {
			int size = column.getInt("COLUMN_SIZE");
			return switch (column.getInt("DATA_TYPE")) {
				case Types.VARCHAR, Types.CLOB -> (size > 1_000_000) ? "text" : "varchar(" + size + ")";
				case Types.BOOLEAN, Types.BIT -> "boolean";
				case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
					column.getString("TYPE_NAME").matches("(?i)timestamptz|.*with time zone") ? "timestamptz"
							: "timestamp";
				case Types.BINARY, Types.VARBINARY, Types.BLOB, Types.LONGVARBINARY -> "bytes";
				case Types.BIGINT -> "bigint";
				case Types.INTEGER -> "integer";
				case Types.SMALLINT -> "smallint";
				default -> column.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
			};
		}

		private static String lower(String text) {
			return text.toLowerCase(Locale.ROOT);
		}

	}

}
