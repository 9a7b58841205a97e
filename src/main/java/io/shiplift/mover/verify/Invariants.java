package io.shiplift.mover.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import io.shiplift.mover.Comparison;
import io.shiplift.mover.Invariant;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Side;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.work.Sessions;
import io.shiplift.mover.work.Snapshot;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Parser;

/**
 * Asks a team's own questions on both sides. They can only read, one statement each,
 * within a minute; of the answers only a hash is kept.
 */
public final class Invariants {

	private static final Pattern READS = Pattern.compile("(?is)\\s*(select|with|values)\\b.*");

	private static final int MOST = 10_000;

	private Invariants() {
	}

	/**
	 * Asks the source of a copy as it was then, in the session that holds its snapshot.
	 */
	@SuppressWarnings("resource")
	public static void note(List<Invariant> invariants, Snapshot moment, Fingerprint fingerprint) {
		for (Invariant invariant : invariants) {
			try {
				Sessions.run(moment.holder(), List.of("savepoint question", "set local transaction_read_only = on"));
				fingerprint.answered(invariant.query(), answer(invariant, moment.side(), moment.holder()));
				Sessions.run(moment.holder(), List.of("rollback to savepoint question"));
			}
			catch (SQLException ex) {
				throw new MoverProblem("Your own question could not be asked. " + SqlSentences.say(moment.side(), ex),
						ex);
			}
		}
	}

	/**
	 * Compares with what was kept of the source, if that was asked. A source that lives
	 * on may answer otherwise than at the moment of the copy, so then it does not count.
	 */
	static List<Comparison.Answer> ask(List<Invariant> invariants, @Nullable Fingerprint kept, Snapshot source,
			Snapshot target) {
		return invariants.stream().map((invariant) -> {
			Fingerprint.Answered then = (kept != null) ? kept.answers().get(invariant.query()) : null;
			if (then != null) {
				return compare(invariant, then, answer(invariant, target));
			}
			List<Fingerprint.Answered> both = Sides.both(List.of(source, target), (side) -> answer(invariant, side));
			Comparison.Answer now = compare(invariant, both.getFirst(), both.getLast());
			return (kept == null || now.equal()) ? now : now.ofALivingSource();
		}).toList();
	}

	private static Comparison.Answer compare(Invariant invariant, Fingerprint.Answered source,
			Fingerprint.Answered target) {
		boolean equal = source.problem().isEmpty() && source.equals(target);
		String problem = source.problem().isEmpty() ? target.problem() : source.problem();
		return new Comparison.Answer(invariant.name(), source.rows(), equal,
				equal ? "" : problem.isEmpty() ? "the answers differ" : problem);
	}

	private static Fingerprint.Answered answer(Invariant invariant, Snapshot side) {
		try (Connection session = side.join()) {
			return answer(invariant, side.side(), session);
		}
		catch (SQLException ex) {
			return new Fingerprint.Answered(0, "", notAsked(side.side(), ex));
		}
	}

	private static Fingerprint.Answered answer(Invariant invariant, Side side, Connection session) {
		try {
			if (!READS.matcher(invariant.query()).matches()
					|| Parser.parseJdbcSql(invariant.query(), true, false, true, false, false).size() != 1) {
				return new Fingerprint.Answered(0, "", "it is not one statement that only reads");
			}
			try (Statement statement = Questions.settle(session).createStatement()) {
				statement.execute("reset search_path");
				statement.execute("set statement_timeout = '60s'");
				statement.setMaxRows(MOST + 1);
				return read(statement, invariant.query());
			}
		}
		catch (SQLException ex) {
			return new Fingerprint.Answered(0, "", notAsked(side, ex));
		}
	}

	private static String notAsked(Side side, SQLException ex) {
		return "it could not be asked. " + SqlSentences.say(side, ex).replaceFirst("\\.$", "");
	}

	/** Rows may come in any order. */
	private static Fingerprint.Answered read(Statement statement, String query) throws SQLException {
		List<String> hashes = new ArrayList<>();
		try (ResultSet row = statement.executeQuery(query)) {
			int columns = row.getMetaData().getColumnCount();
			while (row.next()) {
				StringBuilder text = new StringBuilder();
				for (int column = 1; column <= columns; column++) {
					String value = row.getString(column);
					text.append((value != null) ? value.length() + ":" + value : "-").append(',');
				}
				hashes.add(sha256(text.toString()));
			}
		}
		return (hashes.size() > MOST)
				? new Fingerprint.Answered(0, "", "it has more than 10,000 rows; ask for sums or counts")
				: new Fingerprint.Answered(hashes.size(), sha256(hashes.stream().sorted().toList().toString()), "");
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new MoverProblem("Every Java has SHA-256.", ex);
		}
	}

}
