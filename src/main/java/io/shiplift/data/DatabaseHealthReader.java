package io.shiplift.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Reads a database's health, without changing anything.
 */
@Component
public class DatabaseHealthReader {

	private static final String INVALID = """
			select n.nspname || '.' || c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
			join pg_namespace n on n.oid = c.relnamespace
			where not i.indisvalid and c.relkind = 'i' and n.nspname not like 'pg\\_%' order by 1""";

	private static final String SEQUENCES = """
			select count(*), coalesce(max(case when increment_by > 0 and max_value > 0
				then 100 * (coalesce(last_value, 0)::numeric / max_value) else 0 end), 0)::int
			from pg_sequences""";

	/** What is known after a few seconds. */
	public DatabaseHealth read(DatabaseAddress address) {
		try (Connection connection = address.connect(); Statement statement = connection.createStatement()) {
			connection.setReadOnly(true);
			statement.execute("set statement_timeout = '10s'");
			List<String> invalid = new ArrayList<>();
			try (ResultSet row = statement.executeQuery(INVALID)) {
				while (row.next()) {
					invalid.add(row.getString(1));
				}
			}
			try (ResultSet row = statement.executeQuery(SEQUENCES)) {
				row.next();
				return new DatabaseHealth(List.copyOf(invalid), row.getInt(1), row.getInt(2));
			}
		}
		catch (SQLException ex) {
			return DatabaseHealth.UNKNOWN;
		}
	}

}
