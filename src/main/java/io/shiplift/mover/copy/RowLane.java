package io.shiplift.mover.copy;

import java.sql.Connection;
import java.sql.SQLException;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Side;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.work.Lanes;
import io.shiplift.mover.work.Report;
import io.shiplift.mover.work.Sessions;
import io.shiplift.mover.work.Snapshot;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/**
 * Streams rows from one server to the other, through a buffer that does not grow with
 * their number.
 */
final class RowLane implements Lanes.Lane<Part> {

	private static final int BUFFER = 256 << 10;

	private static final long SPOKEN = 64L << 20;

	private final Snapshot source;

	private final Side target;

	private final Report report;

	private final Connection from;

	private final Connection to;

	private final byte[] buffer = new byte[BUFFER];

	private int filled;

	RowLane(Snapshot source, Side target, Report report) {
		this.source = source;
		this.target = target;
		this.report = report;
		this.from = source.join();
		this.to = Sessions.tuned(target);
	}

	@Override
	public void take(Part part) {
		CopyOut out = reading(part);
		CopyIn in = writing(part);
		long sent = 0;
		long told = 0;
		for (byte[] row = next(part, out); row != null; row = next(part, out)) {
			write(part, in, row);
			sent += row.length;
			if (sent - told >= SPOKEN && sent < part.bytes()) {
				this.report.item("", part.table().name(), sent - told, 0);
				told = sent;
			}
		}
		long rows = finish(part, in);
		this.report.item(
				part.whole() ? "Copied table " + part.table().name() + " (" + Report.amount(part.bytes()) + ")"
						: "Copied " + Report.amount(part.bytes()) + " of table " + part.table().name(),
				part.table().name(), part.bytes() - told, rows);
	}

	@Override
	public void close() throws SQLException {
		this.from.close();
		this.to.close();
	}

	private CopyOut reading(Part part) {
		try {
			return this.from.unwrap(PGConnection.class).getCopyAPI().copyOut(part.read());
		}
		catch (SQLException ex) {
			throw unread(part, ex);
		}
	}

	private CopyIn writing(Part part) {
		try {
			return this.to.unwrap(PGConnection.class).getCopyAPI().copyIn(part.write());
		}
		catch (SQLException ex) {
			throw unwritten(part, ex);
		}
	}

	private byte @Nullable [] next(Part part, CopyOut out) {
		try {
			return out.readFromCopy();
		}
		catch (SQLException ex) {
			throw unread(part, ex);
		}
	}

	private void write(Part part, CopyIn in, byte[] row) {
		try {
			if (this.filled + row.length > BUFFER) {
				in.writeToCopy(this.buffer, 0, this.filled);
				this.filled = 0;
			}
			if (row.length > BUFFER) {
				in.writeToCopy(row, 0, row.length);
			}
			else {
				System.arraycopy(row, 0, this.buffer, this.filled, row.length);
				this.filled += row.length;
			}
		}
		catch (SQLException ex) {
			throw unwritten(part, ex);
		}
	}

	private long finish(Part part, CopyIn in) {
		try {
			in.writeToCopy(this.buffer, 0, this.filled);
			this.filled = 0;
			return in.endCopy();
		}
		catch (SQLException ex) {
			throw unwritten(part, ex);
		}
	}

	private MoverProblem unread(Part part, SQLException ex) {
		return new MoverProblem(
				"Table " + part.table().name() + " could not be read. " + SqlSentences.say(this.source.side(), ex), ex);
	}

	private MoverProblem unwritten(Part part, SQLException ex) {
		return new MoverProblem(
				"Table " + part.table().name() + " could not be written. " + SqlSentences.say(this.target, ex), ex);
	}

}
