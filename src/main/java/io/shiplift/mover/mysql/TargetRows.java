package io.shiplift.mover.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Names;
import io.shiplift.mover.Side;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.work.Sessions;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Streams the rows of a target, one at a time.
 */
final class TargetRows {

	private static final List<String> SETTINGS = List.of("set datestyle = 'ISO, YMD'", "set timezone = 'UTC'",
			"set intervalstyle = 'postgres'", "set extra_float_digits = 1", "set bytea_output = 'hex'");

	private final Side side;

	private final Connection session;

	TargetRows(Side side, Connection session) {
		this.side = side;
		this.session = session;
	}

	/** Makes a session spell values in one way. */
	static Connection settle(Connection session) throws SQLException {
		Sessions.run(session, SETTINGS);
		return session;
	}

	/** Gives every row to the taker. */
	void each(Pair pair, SourceRows.Taker taker) {
		CopyText text = new CopyText(pair.columns());
		String names = pair.columns().stream().map(TargetRows::question).collect(Collectors.joining(", "));
		try {
			CopyOut out = this.session.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyOut("copy (select " + names + " from " + pair.quoted() + ") to stdout");
			for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
				taker.take(text.read(row));
			}
		}
		catch (SQLException ex) {
			throw new MoverProblem("Table " + pair.name() + " could not be read. " + SqlSentences.say(this.side, ex),
					ex);
		}
	}

	/** Hours of an interval are not turned into days. */
	private static String question(Pair.Column column) {
		String name = Names.quoted(column.name());
		return column.base().equals("interval")
				? "(case when %1$s < interval '0' then '-' else '' end) || to_char(floor(abs(extract(epoch from %1$s)) / 3600), 'FM9999999999990') || ':' || to_char(interval '1 microsecond' * mod((abs(extract(epoch from %1$s)) * 1000000)::numeric, 3600000000), 'MI:SS.US')"
					.formatted(name)
				: name;
	}

}
