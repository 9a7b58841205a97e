package io.shiplift.mover.copy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.shiplift.mover.work.Scripts;

/**
 * What there is to copy, as one session sees it.
 */
final class Source {

	/** The first version that finds rows by page without reading the whole table. */
	private static final int SPLITS = 14;

	/**
	 * What building an index or a constraint has to read, by the number of its object.
	 */
	private static final String LATE_BYTES = """
			select i.indexrelid::bigint, pg_relation_size(i.indrelid) / 2 + pg_relation_size(i.indexrelid) from pg_index i
			where i.indexrelid >= 16384
			union all
			select c.oid::bigint, case when c.conindid <> 0 and c.contype <> 'f'
				then pg_relation_size(c.conrelid) / 2 + pg_relation_size(c.conindid) else pg_relation_size(c.conrelid) / 4 end
			from pg_constraint c where c.conrelid <> 0 and c.oid >= 16384
			union all
			select c.oid::bigint, pg_relation_size(c.oid) from pg_class c where c.relkind = 'm'""";

	private final Connection session;

	Source(Connection session) {
		this.session = session;
	}

	/** Largest first. */
	List<SourceTable> tables() throws SQLException {
		boolean splits = this.session.getMetaData().getDatabaseMajorVersion() >= SPLITS;
		List<SourceTable> tables = new ArrayList<>();
		try (Statement statement = this.session.createStatement();
				ResultSet row = statement.executeQuery(Scripts.afterPlainTypes(Source.class, "tables.sql"))) {
			while (row.next()) {
				tables.add(new SourceTable(row.getString(1), row.getString(2), row.getBoolean(3),
						splits ? row.getLong(4) : 0, row.getLong(5), row.getString(6)));
			}
		}
		for (SourceTable table : List.copyOf(tables)) {
			if (!table.condition().isEmpty() && !hasOwnRows(table)) {
				tables.remove(table);
			}
		}
		return tables;
	}

	/**
	 * An extension's table is the administrator's on the target, so it is left alone
	 * unless the user added rows to it.
	 */
	private boolean hasOwnRows(SourceTable table) throws SQLException {
		try (Statement statement = this.session.createStatement();
				ResultSet row = statement.executeQuery(
						"select exists (select 1 from only " + table.name() + " " + table.condition() + ")")) {
			row.next();
			return row.getBoolean(1);
		}
	}

	Map<Long, Long> lateBytes() throws SQLException {
		Map<Long, Long> bytes = new HashMap<>();
		try (Statement statement = this.session.createStatement(); ResultSet row = statement.executeQuery(LATE_BYTES)) {
			while (row.next()) {
				bytes.put(row.getLong(1), row.getLong(2));
			}
		}
		return bytes;
	}

}
