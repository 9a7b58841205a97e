package io.shiplift.mover.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Side;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.work.Report;
import io.shiplift.mover.work.Sessions;
import io.shiplift.mover.work.Snapshot;

/**
 * Copies large objects with their numbers, a megabyte at a time.
 */
public final class LargeObjects {

	private static final int PIECE = 1 << 20;

	private static final int BATCH = 200;

	private final Snapshot source;

	private final Side target;

	private final Report report;

	private long copied;

	LargeObjects(Snapshot source, Side target, Report report) {
		this.source = source;
		this.target = target;
		this.report = report;
	}

	void copy() {
		try (Connection from = this.source.join(); Connection to = Sessions.tuned(this.target)) {
			to.setAutoCommit(false);
			List<Long> oids = oids(from);
			for (long oid : oids) {
				copy(from, to, oid);
				if (++this.copied % BATCH == 0) {
					to.commit();
				}
			}
			to.commit();
			if (!oids.isEmpty()) {
				this.report.item("Copied " + oids.size() + " large objects", "large objects", 0, oids.size());
			}
		}
		catch (SQLException ex) {
			throw new MoverProblem("Large objects could not be copied. " + SqlSentences.say(this.target, ex), ex);
		}
	}

	private static List<Long> oids(Connection from) throws SQLException {
		List<Long> oids = new ArrayList<>();
		try (Statement statement = from.createStatement();
				ResultSet row = statement.executeQuery("select oid::bigint from pg_largeobject_metadata order by 1")) {
			while (row.next()) {
				oids.add(row.getLong(1));
			}
		}
		return oids;
	}

	/** Copies one that the target does not have. */
	public static void copy(Connection from, Connection to, long oid) throws SQLException {
		try (PreparedStatement read = from.prepareStatement("select lo_get(?::oid, ?, " + PIECE + ")");
				PreparedStatement make = to.prepareStatement("select lo_from_bytea(?::oid, ''::bytea)");
				PreparedStatement write = to.prepareStatement("select lo_put(?::oid, ?, ?)")) {
			make.setLong(1, oid);
			make.execute();
			byte[] piece = new byte[PIECE];
			for (long offset = 0; piece.length == PIECE; offset += PIECE) {
				read.setLong(1, oid);
				read.setLong(2, offset);
				try (ResultSet row = read.executeQuery()) {
					row.next();
					piece = row.getBytes(1);
				}
				write.setLong(1, oid);
				write.setLong(2, offset);
				write.setBytes(3, piece);
				write.execute();
			}
		}
	}

}
