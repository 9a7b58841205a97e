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

	/** A sequence ends at its own end or at that of its column, unless it begins anew. */
	private static final String SEQUENCES = """
			select count(*), coalesce(max(trunc(100 * coalesce(s.last_value, 0)::numeric / least(s.max_value,
				case a.atttypid when 'int4'::regtype then 2147483647 when 'int2'::regtype then 32767 end)))
				filter (where s.increment_by > 0 and s.max_value > 0 and not s.cycle), 0)::int
			from pg_sequences s join pg_namespace n on n.nspname = s.schemaname
			join pg_class c on c.relnamespace = n.oid and c.relname = s.sequencename and c.relkind = 'S'
			left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid
				and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0 and d.deptype in ('a', 'i')
			left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid""";

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
