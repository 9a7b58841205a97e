package io.shiplift.mover.verify;

import java.sql.Connection;
import java.sql.SQLException;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Side;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.work.Lanes;
import org.jspecify.annotations.Nullable;

/**
 * Answers one question after the other in a session of its own, or in one that is
 * {@code shared} and stays open.
 */
final class HashLane implements Lanes.Lane<HashedTable.Part> {

	private final Side side;

	private final Connection session;

	private final boolean shared;

	private final Fingerprint fingerprint;

	private final FingerprintReader.@Nullable Listener listener;

	HashLane(Side side, Connection session, boolean shared, Fingerprint fingerprint,
			FingerprintReader.@Nullable Listener listener) {
		this.side = side;
		this.session = session;
		this.shared = shared;
		this.fingerprint = fingerprint;
		this.listener = listener;
	}

	@Override
	public void take(HashedTable.Part part) {
		try {
			Questions.ask(this.session, part.question()).forEach(this.fingerprint::add);
		}
		catch (SQLException ex) {
			throw new MoverProblem("Table " + part.table() + " could not be read. " + SqlSentences.say(this.side, ex),
					ex);
		}
		if (this.listener != null) {
			this.listener.done(part.table(), part.bytes());
		}
	}

	@Override
	public void close() throws SQLException {
		if (!this.shared) {
			this.session.close();
		}
	}

}
