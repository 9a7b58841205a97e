package io.shiplift.mover.mysql;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Side;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.work.Report;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Writes the rows of one table after the other, through a buffer that does not grow with
 * their number.
 */
final class TableCopy {

	private static final int BUFFER = 256 << 10;

	private static final long SPOKEN = 16L << 20;

	private static final Pattern COLUMN = Pattern.compile("(?s)COPY .*, line \\d+, column ([^:]+).*");

	private final SourceRows rows;

	private final Connection session;

	private final Side target;

	private final Report report;

	private final Buffer buffer = new Buffer();

	private long sent;

	private long told;

	private long count;

	TableCopy(SourceRows rows, Connection session, Side target, Report report) {
		this.rows = rows;
		this.session = session;
		this.target = target;
		this.report = report;
	}

	/** The table counts as many bytes as the source estimates. */
	void copy(Pair pair) {
		List<Pair.Column> columns = pair.written();
		CopyText text = new CopyText(columns);
		this.sent = 0;
		this.told = 0;
		this.count = 0;
		try {
			CopyIn in = this.session.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn("copy " + pair.quoted() + " (" + pair.writtenNames() + ") from stdin");
			this.rows.each(pair, columns, (values) -> {
				text.write(values, this.buffer);
				this.count++;
				if (this.buffer.size() > BUFFER) {
					flush(pair, in);
				}
			});
			this.buffer.into(in);
			in.endCopy();
		}
		catch (SQLException ex) {
			throw problem(pair, ex);
		}
		this.report.item("Copied table " + pair.name() + " (" + Report.amount(pair.source().bytes()) + ")", pair.name(),
				pair.source().bytes() - this.told, this.count);
	}

	private void flush(Pair pair, CopyIn in) {
		this.sent += this.buffer.size();
		try {
			this.buffer.into(in);
		}
		catch (SQLException ex) {
			throw problem(pair, ex);
		}
		if (this.sent - this.told >= SPOKEN && this.sent < pair.source().bytes()) {
			this.report.item("", pair.name(), this.sent - this.told, 0);
			this.told = this.sent;
		}
	}

	private MoverProblem problem(Pair pair, SQLException ex) {
		String column = "";
		if (ex instanceof PSQLException known) {
			ServerErrorMessage message = known.getServerErrorMessage();
			String where = (message != null) ? message.getWhere() : null;
			Matcher parts = COLUMN.matcher((where != null) ? where : "");
			column = parts.matches() ? ", column " + parts.group(1) + "," : "";
		}
		return new MoverProblem(
				"Table " + pair.name() + column + " could not be written. " + SqlSentences.say(this.target, ex), ex);
	}

	/**
	 * Bytes that are written without being copied once more.
	 */
	private static final class Buffer extends ByteArrayOutputStream {

		Buffer() {
			super(BUFFER * 2);
		}

		void into(CopyIn in) throws SQLException {
			in.writeToCopy(this.buf, 0, this.count);
			reset();
		}

	}

}
