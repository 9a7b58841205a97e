package io.shiplift.mover.copy;

import java.sql.Connection;
import java.sql.SQLException;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Side;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.work.Lanes;
import io.shiplift.mover.work.Pipe;
import io.shiplift.mover.work.Report;
import io.shiplift.mover.work.Sessions;
import io.shiplift.mover.work.Snapshot;

/**
 * Streams the rows of one part after the other from one server to the other.
 */
final class RowLane implements Lanes.Lane<Part> {

	private static final long SPOKEN = 64L << 20;

	private final Report report;

	private final Connection from;

	private final Connection to;

	private final Pipe pipe;

	private String table = "";

	private long sent;

	private long told;

	RowLane(Snapshot source, Side target, Report report) {
		this.report = report;
		this.from = source.join();
		this.to = Sessions.tuned(target);
		this.pipe = new Pipe(new Pipe.End(this.from, (ex) -> problem("read", source.side(), ex)),
				new Pipe.End(this.to, (ex) -> problem("written", target, ex)));
	}

	@Override
	public void take(Part part) {
		this.table = part.table().name();
		this.sent = 0;
		this.told = 0;
		long rows = this.pipe.pour(part.read(), part.write(), (bytes) -> tell(part, bytes));
		this.report.item(
				part.whole() ? "Copied table " + this.table + " (" + Report.amount(part.bytes()) + ")"
						: "Copied " + Report.amount(part.bytes()) + " of table " + this.table,
				this.table, part.bytes() - this.told, rows);
	}

	@Override
	public void close() throws SQLException {
		this.from.close();
		this.to.close();
	}

	private void tell(Part part, long bytes) {
		this.sent += bytes;
		if (this.sent - this.told >= SPOKEN && this.sent < part.bytes()) {
			this.report.item("", this.table, this.sent - this.told, 0);
			this.told = this.sent;
		}
	}

	private MoverProblem problem(String done, Side side, SQLException ex) {
		return new MoverProblem("Table " + this.table + " could not be " + done + ". " + SqlSentences.say(side, ex),
				ex);
	}

}
