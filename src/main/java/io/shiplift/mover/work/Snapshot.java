package io.shiplift.mover.work;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Side;
import io.shiplift.mover.SqlSentences;

/**
 * One moment of a database that many sessions look at, for reading only. It lasts until
 * it is closed.
 */
public final class Snapshot implements AutoCloseable {

	private final Side side;

	private final Connection holder;

	private final String id;

	private Snapshot(Side side, Connection holder, String id) {
		this.side = side;
		this.holder = holder;
		this.id = id;
	}

	public static Snapshot of(Side side) {
		Connection holder = Sessions.open(side);
		try {
			Sessions.run(holder, List.of("begin isolation level repeatable read read only"));
			return within(side, holder);
		}
		catch (SQLException ex) {
			throw new MoverProblem(SqlSentences.say(side, ex), ex);
		}
	}

	/** The moment that a session sees, which is in a transaction that sees only one. */
	public static Snapshot within(Side side, Connection holder) throws SQLException {
		try (Statement statement = holder.createStatement();
				ResultSet row = statement.executeQuery("select pg_export_snapshot()")) {
			row.next();
			return new Snapshot(side, holder, row.getString(1));
		}
	}

	/** How {@code pg_dump} calls it. */
	public String id() {
		return this.id;
	}

	public Side side() {
		return this.side;
	}

	/** The session that holds it; it may ask, but must not end its transaction. */
	public Connection holder() {
		return this.holder;
	}

	/** Another session that sees the same moment; the caller closes it. */
	public Connection join() {
		Connection connection = Sessions.open(this.side);
		try {
			Sessions.run(connection, List.of("begin isolation level repeatable read read only",
					"set transaction snapshot '" + this.id + "'"));
			return connection;
		}
		catch (SQLException ex) {
			throw new MoverProblem(SqlSentences.say(this.side, ex), ex);
		}
	}

	@Override
	public void close() {
		try {
			this.holder.close();
		}
		catch (SQLException ex) {
			// the server sees that it is gone
		}
	}

}
