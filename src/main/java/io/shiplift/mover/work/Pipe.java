package io.shiplift.mover.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.LongConsumer;

import io.shiplift.mover.MoverProblem;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/**
 * Pours rows from one session into another, through a buffer that does not grow with
 * their number.
 */
public final class Pipe {

	private static final int BUFFER = 256 << 10;

	private final End source;

	private final End target;

	private final byte[] buffer = new byte[BUFFER];

	private int filled;

	public Pipe(End source, End target) {
		this.source = source;
		this.target = target;
	}

	/**
	 * Carries out both statements, hears of the bytes of each row, and answers how many
	 * rows there were.
	 */
	public long pour(String read, String write, LongConsumer sent) {
		CopyOut out = reading(read);
		CopyIn in = writing(write);
		this.filled = 0;
		for (byte[] row = next(out); row != null; row = next(out)) {
			write(in, row);
			sent.accept(row.length);
		}
		return finish(in);
	}

	private CopyOut reading(String sql) {
		try {
			return this.source.session().unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
		}
		catch (SQLException ex) {
			throw this.source.problem(ex);
		}
	}

	private CopyIn writing(String sql) {
		try {
			return this.target.session().unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
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
			throw this.target.problem(ex);
		}
	}

	private long finish(CopyIn in) {
		try {
			in.writeToCopy(this.buffer, 0, this.filled);
			return in.endCopy();
		}
		catch (SQLException ex) {
			throw this.target.problem(ex);
		}
	}

	/**
	 * A session, and what is said when it does not do as asked.
	 */
	public record End(Connection session, Function<SQLException, MoverProblem> words) {

		private MoverProblem problem(SQLException ex) {
			return this.words.apply(ex);
		}

	}

}
