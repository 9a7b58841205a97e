package io.shiplift.mover.ahead;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Names;
import io.shiplift.mover.Side;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.work.Pipe;
import io.shiplift.mover.work.Sessions;
import io.shiplift.mover.work.Snapshot;

/**
 * A session with one of the two databases; what goes wrong in it is said in sentences.
 * While it is open, no other of its kind works on that database.
 */
final class Link implements AutoCloseable {

	private static final String NAME = "shiplift-ahead";

	private static final long LOCK = 7_320_544_101L;

	/** The same words on both sides, for rows that are compared as text. */
	private static final List<String> WORDS = List.of("set application_name = '" + NAME + "'",
			"set datestyle = 'ISO, YMD'", "set intervalstyle = 'postgres'", "set timezone = 'UTC'",
			"set extra_float_digits = 1", "set bytea_output = 'hex'", "set jit = off", "set synchronous_commit = on");

	private final Side side;

	private final String what;

	private final Connection connection;

	private Link(Side side, String what, Connection connection) {
		this.side = side;
		this.what = what;
		this.connection = connection;
	}

	/**
	 * A session that may write, even if the database is read-only for others. Sessions
	 * that an earlier mover left are ended, so that they change nothing any more.
	 */
	static Link source(Side side) {
		Link link = new Link(side, "The source", Sessions.open(side));
		link.prepare();
		link.run("set default_transaction_read_only = off");
		return link;
	}

	/**
	 * A session that writes as the owner, without triggers and foreign keys: each row has
	 * been through them in the source.
	 */
	static Link target(Side changer, String owner) {
		Link link = new Link(changer, "The target", Sessions.tuned(changer));
		link.prepare();
		Limits.letLeaveOutTriggers(link, changer);
		link.run("set role " + Names.quoted(owner));
		return link;
	}

	/** Another session that only looks. */
	static Link watching(Side side) {
		return new Link(side, "The source", Sessions.open(side));
	}

	/** One that only looks, at a moment that others see, too. */
	static Link looking(Snapshot moment) {
		Link link = new Link(moment.side(), "The source", moment.join());
		link.run(WORDS.toArray(String[]::new));
		return link;
	}

	/** One of the target that compares rows, and writes nothing that stays. */
	static Link comparing(Side side) {
		Link link = new Link(side, "The target", Sessions.open(side));
		link.run(WORDS.toArray(String[]::new));
		return link;
	}

	private void prepare() {
		run(WORDS.toArray(String[]::new));
		texts("select pg_terminate_backend(pid)::text from pg_stat_activity where datname = current_database()"
				+ " and usename = session_user and application_name = '" + NAME + "' and pid <> pg_backend_pid()");
		run("select pg_advisory_lock(" + LOCK + ")");
	}

	Connection connection() {
		return this.connection;
	}

	Side side() {
		return this.side;
	}

	/** For rows that are poured in or out. */
	Pipe.End end() {
		return new Pipe.End(this.connection, this::problem);
	}

	void run(String... statements) {
		try {
			Sessions.run(this.connection, List.of(statements));
		}
		catch (SQLException ex) {
			throw problem(ex);
		}
	}

	/** Every row's columns as text. */
	List<List<String>> rows(String sql) {
		try (Statement statement = this.connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			List<List<String>> rows = new ArrayList<>();
			int columns = row.getMetaData().getColumnCount();
			while (row.next()) {
				List<String> values = new ArrayList<>();
				for (int column = 1; column <= columns; column++) {
					String value = row.getString(column);
					values.add((value != null) ? value : "");
				}
				rows.add(values);
			}
			return rows;
		}
		catch (SQLException ex) {
			throw problem(ex);
		}
	}

	List<String> texts(String sql) {
		return rows(sql).stream().map(List::getFirst).toList();
	}

	String text(String sql) {
		return texts(sql).stream().findFirst().orElse("");
	}

	long number(String sql) {
		return Long.parseLong(text(sql));
	}

	/** Says what went wrong. */
	MoverProblem problem(SQLException ex) {
		return new MoverProblem(this.what + " did not do as asked. " + SqlSentences.say(this.side, ex), ex);
	}

	@Override
	public void close() {
		try {
			this.connection.close();
		}
		catch (SQLException ex) {
			// the server sees that it is gone
		}
	}

}
