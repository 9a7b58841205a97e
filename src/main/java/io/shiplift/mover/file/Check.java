package io.shiplift.mover.file;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.shiplift.mover.Comparison;
import io.shiplift.mover.Depth;
import io.shiplift.mover.FileCheckJob;
import io.shiplift.mover.Hash;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Names;
import io.shiplift.mover.Restored;
import io.shiplift.mover.Side;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.work.Lanes;
import io.shiplift.mover.work.Report;
import io.shiplift.mover.work.Snapshot;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Compares a restored database with its backup file: rows of every table, and their text
 * where it means the same on every server.
 */
public final class Check {

	private static final List<String> SETTINGS = List.of("set local datestyle = 'ISO, YMD'",
			"set local intervalstyle = 'postgres'", "set local timezone = 'UTC'", "set local extra_float_digits = 3",
			"set local bytea_output = 'hex'", "set local search_path = ''");

	private static final String NOW = "select to_char(now() at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";

	private static final String TABLES = """
			select '"' || replace(n.nspname, '"', '""') || '"."' || replace(c.relname, '"', '""') || '"'
			from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
				and n.nspname not like 'pg\\_%' and not exists (select 1 from pg_depend d
					where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')""";

	private static final String SEQUENCES = """
			select format(E'%I.%I\\t%I\\t%I.%I', n.nspname, c.relname, a.attname, tn.nspname, t.relname)
			from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_sequence q on q.seqrelid = c.oid
			join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i')
				and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0
			join pg_class t on t.oid = d.refobjid join pg_namespace tn on tn.oid = t.relnamespace
			join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
			where q.seqincrement > 0 and not q.seqcycle and a.atttypid in (20, 21, 23)
				and n.nspname not like 'pg\\_%'""";

	private final FileCheckJob job;

	private final Report report;

	private final List<Comparison.Table> tables = Collections.synchronizedList(new ArrayList<>());

	private final List<String> remarks = new ArrayList<>();

	private final List<String> differences = Collections.synchronizedList(new ArrayList<>());

	public Check(FileCheckJob job, Report report) {
		this.job = job;
		this.report = report;
	}

	public Comparison run() {
		long start = System.nanoTime();
		long rows = this.job.rows().stream().mapToLong((table) -> Math.max(0, table.count())).sum();
		remark();
		this.report.begin("rows", "Comparing " + this.job.rows().size() + " tables with the backup", Math.max(1, rows));
		try (Snapshot snapshot = Snapshot.of(this.job.target())) {
			Lanes.run(this.job.workers(), this.job.rows(), () -> new Lane(this, snapshot.join()));
			List<Comparison.Sequence> sequences = sequences(snapshot.holder());
			unexpected(snapshot.holder());
			Comparison.Moment target = new Comparison.Moment(ask(snapshot.holder(), NOW).getFirst(),
					ask(snapshot.holder(), "show server_version").getFirst());
			this.tables.sort(Comparator.comparing(Comparison.Table::name));
			return new Comparison(Depth.FAST, Hash.TEXT, this.job.source(), target, List.copyOf(this.tables), sequences,
					this.differences.stream().sorted().toList(), List.of(), List.of(), List.copyOf(this.remarks),
					(System.nanoTime() - start) / 1_000_000, List.of());
		}
		catch (SQLException ex) {
			throw new MoverProblem("The target could not be read. " + SqlSentences.say(this.job.target(), ex), ex);
		}
	}

	/** What this comparison cannot say. */
	private void remark() {
		this.remarks.add("Compared with the backup file: rows and their text. The definitions of tables, indexes and"
				+ " functions were made by the file without an error, and not compared again.");
		for (Restored.Rows rows : this.job.rows()) {
			if (rows.count() < 0) {
				this.remarks.add("The backup holds rows as INSERT statements, which were not counted.");
			}
			else if (!rows.comparable() && !rows.table().equals(RowCount.LARGE_OBJECTS)) {
				this.remarks.add(rows.table() + " was only counted, as its text was written by other rules"
						+ " (time zone or encoding) than this server's.");
			}
		}
	}

	private void compare(Restored.Rows expected, long count, long hash) {
		boolean counted = expected.count() == count;
		boolean equal = counted && (expected.hash() == hash || !expected.comparable());
		this.tables.add(new Comparison.Table(expected.table(), expected.count(), count, equal));
		if (!counted) {
			this.differences.add(expected.table() + " has " + expected.count() + " rows in the backup but " + count
					+ " in the target.");
		}
		else if (!equal) {
			this.differences
				.add(expected.table() + " has " + count + " rows on both sides, but some of their values differ.");
		}
		this.report.item("Compared " + expected.table(), expected.table(), Math.max(0, expected.count()), count);
	}

	/** Rows that no line of the file accounts for. */
	private void unexpected(Connection session) throws SQLException {
		Set<String> known = new HashSet<>(this.job.rows().stream().map(Restored.Rows::table).toList());
		for (String name : ask(session, TABLES)) {
			if (!known.contains(name)
					&& "t".equals(ask(session, "select exists (select 1 from only " + name + ")").getFirst())) {
				this.differences.add(name + " has rows in the target but none in the backup.");
			}
		}
	}

	private List<Comparison.Sequence> sequences(Connection session) throws SQLException {
		List<Comparison.Sequence> sequences = new ArrayList<>();
		for (String one : ask(session, SEQUENCES)) {
			String[] parts = one.split("\t");
			String used = ask(session, "select coalesce(max(" + parts[1] + "), 0) from " + parts[2]).getFirst();
			String given = ask(session,
					"select case when is_called then last_value else last_value - 1 end from " + parts[0])
				.getFirst();
			boolean enough = Long.parseLong(given) >= Long.parseLong(used);
			sequences.add(new Comparison.Sequence(parts[0], given, given, used, enough));
			if (!enough) {
				this.differences.add("Sequence " + parts[0] + " would give numbers again that its table holds.");
			}
		}
		return List.copyOf(sequences);
	}

	private static List<String> ask(Connection session, String sql) throws SQLException {
		List<String> answers = new ArrayList<>();
		try (Statement statement = session.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			while (row.next()) {
				answers.add(String.valueOf(row.getString(1)));
			}
		}
		return answers;
	}

	/**
	 * Reads tables of one moment, one after the other.
	 */
	private record Lane(Check check, Connection session) implements Lanes.Lane<Restored.Rows> {

		@Override
		public void take(Restored.Rows expected) throws SQLException {
			Side side = this.check.job.target();
			try {
				if (expected.table().equals(RowCount.LARGE_OBJECTS)) {
					this.check.compare(expected, Long
						.parseLong(ask(this.session, "select count(*) from pg_largeobject_metadata").getFirst()), 0);
				}
				else if (expected.count() >= 0) {
					read(expected);
				}
			}
			catch (SQLException ex) {
				this.check.differences
					.add(expected.table() + " cannot be read in the target: " + SqlSentences.say(side, ex));
			}
		}

		private void read(Restored.Rows expected) throws SQLException {
			try (Statement statement = this.session.createStatement()) {
				for (String setting : SETTINGS) {
					statement.execute(setting);
				}
			}
			LineHash hash = new LineHash();
			CopyOut copy = this.session.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyOut("copy (select " + expected.columns() + " from " + only(expected.table()) + expected.table()
						+ ") to stdout");
			for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
				hash.add(row, 0, row.length - 1);
				hash.end();
			}
			this.check.compare(expected, hash.count(), hash.sum());
		}

		/** A dump may have gathered the rows of all partitions. */
		private String only(String table) throws SQLException {
			return ask(this.session,
					"select relkind = 'p' from pg_class where oid = " + Names.literal(table) + "::regclass")
				.getFirst()
				.equals("t") ? "" : "only ";
		}

		@Override
		public void close() throws SQLException {
			this.session.close();
		}

	}

}
