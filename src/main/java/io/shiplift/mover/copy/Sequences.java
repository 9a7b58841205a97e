package io.shiplift.mover.copy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where the sequences of a source stand, and how a target takes it over: past the last
 * number that was given and past the highest in the column, with a margin.
 */
public final class Sequences {

	/**
	 * Numbers that are skipped, so that a number given at the very end is not given
	 * twice.
	 */
	static final long MARGIN = 100;

	private static final String WHICH = """
			select quote_ident(n.nspname) || '.' || quote_ident(c.relname), q.seqincrement, q.seqmin, q.seqmax, q.seqcycle,
				case when t.typname in ('int2', 'int4', 'int8') then quote_ident(a.attname) end,
				quote_ident(o.nspname) || '.' || quote_ident(o.relname)
			from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_sequence q on q.seqrelid = c.oid
			left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')
				and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0
			left join (select c.oid, n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace) o
				on o.oid = d.refobjid
			left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
			left join pg_type t on t.oid = a.atttypid
			where n.nspname not in ('pg_catalog', 'information_schema', '_heroku', 'shiplift_ahead')
				and n.nspname not like 'pg\\_%'
				and not exists (select 1 from pg_depend x where x.classid = 'pg_class'::regclass and x.objid = c.oid
					and x.deptype = 'e')
			order by 1""";

	private final List<Position> positions;

	private Sequences(List<Position> positions) {
		this.positions = positions;
	}

	/** Sequences do not keep to snapshots, so they are read before the rows. */
	public static Sequences read(Connection source) throws SQLException {
		List<Position> positions = new ArrayList<>();
		try (Statement statement = source.createStatement(); ResultSet row = statement.executeQuery(WHICH)) {
			while (row.next()) {
				positions.add(position(source, row));
			}
		}
		return new Sequences(positions);
	}

	/** How many there are. */
	public int count() {
		return this.positions.size();
	}

	/** Moves the target's sequences; they are never moved back. */
	public void set(Connection target) throws SQLException {
		try (PreparedStatement set = target.prepareStatement("select setval(?::regclass, ?, ?)")) {
			for (Position position : this.positions) {
				set.setString(1, position.name());
				set.setLong(2, position.next(highest(target, position)));
				set.setBoolean(3, position.called());
				set.execute();
			}
		}
	}

	private static Position position(Connection source, ResultSet row) throws SQLException {
		String name = row.getString(1);
		try (Statement statement = source.createStatement();
				ResultSet stands = statement.executeQuery("select last_value, is_called from " + name)) {
			stands.next();
			return new Position(name, row.getLong(2), row.getBigDecimal(3), row.getBigDecimal(4), row.getBoolean(5),
					row.getString(6), row.getString(7), stands.getLong(1), stands.getBoolean(2));
		}
	}

	private static @Nullable BigDecimal highest(Connection target, Position position) throws SQLException {
		if (position.column() == null || position.table() == null || !position.called()) {
			return null;
		}
		String order = (position.increment() > 0) ? "max" : "min";
		try (Statement statement = target.createStatement();
				ResultSet row = statement
					.executeQuery("select " + order + "(" + position.column() + ") from " + position.table())) {
			row.next();
			return row.getBigDecimal(1);
		}
	}

	/**
	 * A sequence and the column it feeds, if any.
	 */
	private record Position(String name, long increment, BigDecimal least, BigDecimal most, boolean cycles,
			@Nullable String column, @Nullable String table, long last, boolean called) {

		/**
		 * The margin is left out where it would use up the rest of the numbers or where
		 * they begin anew.
		 */
		long next(@Nullable BigDecimal highest) {
			if (!this.called || this.cycles) {
				return this.last;
			}
			BigDecimal value = BigDecimal.valueOf(this.last);
			BigDecimal used = (highest != null) ? highest : value;
			value = (this.increment > 0) ? value.max(used) : value.min(used);
			value = value.min(this.most).max(this.least);
			BigDecimal left = ((this.increment > 0) ? this.most.subtract(value) : value.subtract(this.least)).abs();
			BigDecimal margin = BigDecimal.valueOf(this.increment).multiply(BigDecimal.valueOf(MARGIN));
			return (left.compareTo(margin.abs().multiply(BigDecimal.TEN)) > 0) ? value.add(margin).longValueExact()
					: value.longValueExact();
		}

	}

}
