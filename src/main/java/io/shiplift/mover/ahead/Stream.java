package io.shiplift.mover.ahead;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/**
 * Pours the answer of one database into a table of the other, a row at a time.
 */
final class Stream {

	private final Link source;

	private final Link target;

	Stream(Link source, Link target) {
		this.source = source;
		this.target = target;
	}

	/** Answers how many rows there were. */
	long pour(String query, String table, String format) {
		CopyOut out = reading("copy (" + query + ") to stdout" + format);
		CopyIn in = writing("copy " + table + " from stdin" + format);
		for (byte[] row = next(out); row != null; row = next(out)) {
			write(in, row);
		}
		try {
			return in.endCopy();
		}
		catch (SQLException ex) {
			throw this.target.problem(ex);
		}
	}

	private CopyOut reading(String sql) {
		try {
			return this.source.connection().unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
		}
		catch (SQLException ex) {
			throw this.source.problem(ex);
		}
	}

	private CopyIn writing(String sql) {
		try {
			return this.target.connection().unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
		}
		catch (SQLException ex) {
			throw this.target.problem(ex);
		}
	}

	private byte @Nullable [] next(CopyOut out) {
		try {
			return out.readFromCopy();
		}
		catch (SQLException ex) {
			throw this.source.problem(ex);
		}
	}

	private void write(CopyIn in, byte[] row) {
		try {
			in.writeToCopy(row, 0, row.length);
		}
		catch (SQLException ex) {
			throw this.target.problem(ex);
		}
	}

}
