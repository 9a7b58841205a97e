package io.shiplift.mover.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Side;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.work.Lanes;
import io.shiplift.mover.work.Report;
import io.shiplift.mover.work.Sessions;

/**
 * Makes keys, indexes and constraints one after the other in a session of its own.
 */
final class Finishing implements Lanes.Lane<Blueprint.Late> {

	private static final String ORPHANS = "23503";

	private static final String FORBIDDEN = "23514";

	private static final String DOUBLES = "23505";

	private final Side target;

	private final Report report;

	private final Connection session;

	private Finishing(Side target, Report report) throws SQLException {
		this.target = target;
		this.report = report;
		this.session = Sessions.tuned(target);
		Sessions.run(this.session, List.of("set lock_timeout = 0"));
	}

	static void of(int lanes, List<Blueprint.Late> late, Side target, Report report) {
		Lanes.run(lanes, late, () -> new Finishing(target, report));
	}

	@Override
	public void take(Blueprint.Late late) {
		try (Statement statement = this.session.createStatement()) {
			statement.execute(late.sql());
			this.report.item("Finished " + late.name(), null, Math.max(1, late.bytes()), 0);
		}
		catch (SQLException ex) {
			throw new MoverProblem(late.name() + " could not be made. " + reason(ex), ex);
		}
	}

	private String reason(SQLException ex) {
		return switch (SqlSentences.state(ex)) {
			case ORPHANS -> "Some rows refer to rows that are not there, which the source had stopped to check. Remove"
					+ " them in the source, then try again.";
			case FORBIDDEN -> "Some rows hold what this check forbids, which the source had let in. Correct them in the"
					+ " source, then try again.";
			case DOUBLES -> "Some rows are the same to PostgreSQL in these columns. Correct them in the source, then"
					+ " try again.";
			default -> SqlSentences.say(this.target, ex);
		};
	}

	@Override
	public void close() throws SQLException {
		this.session.close();
	}

}
