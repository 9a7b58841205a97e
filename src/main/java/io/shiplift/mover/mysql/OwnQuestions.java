package io.shiplift.mover.mysql;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
import io.shiplift.mover.MysqlSentences;
import io.shiplift.mover.Side;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.verify.Fingerprint;
import io.shiplift.mover.work.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * Asks a team's own questions on both sides, in the same words. Numbers are the same
 * however they are written, and so are truth values.
 */
final class OwnQuestions {

	private static final Pattern READS = Pattern.compile("(?is)\\s*(select|with|values)\\b[^;]*;?\\s*");

	private static final int MOST = 10_000;

	private static final int PATIENCE = 60;

	private OwnQuestions() {
	}

	/** What the source answers in a session that sees one moment. */
	static Fingerprint.Answered source(Side side, Connection session, String query) {
		try {
			return answered(session, query);
		}
		catch (SQLException ex) {
			return failed("source", MysqlSentences.say(side, ex));
		}
	}

	/** A question that fails does not end the transaction of the session. */
	static Fingerprint.Answered target(Side side, Connection session, String query) {
		try {
			Sessions.run(session, List.of("savepoint question"));
			Fingerprint.Answered answer = inside(side, session, query);
			Sessions.run(session, List.of("rollback to savepoint question"));
			return answer;
		}
		catch (SQLException ex) {
			return failed("target", SqlSentences.say(side, ex));
		}
	}

	private static Fingerprint.Answered inside(Side side, Connection session, String query) {
		try {
			return answered(session, query);
		}
		catch (SQLException ex) {
			return failed("target", SqlSentences.say(side, ex));
		}
	}

	/** A line of a fingerprint. */
	static String line(String query, Fingerprint.Answered answer) {
		return Sums.line("answer", query, answer.rows(), answer.hash(), answer.problem());
	}

	static Comparison.Answer compare(Invariant invariant, Fingerprint.Answered source, Fingerprint.Answered target) {
		boolean equal = source.problem().isEmpty() && source.equals(target);
		String problem = source.problem().isEmpty() ? target.problem() : source.problem();
		return new Comparison.Answer(invariant.name(), source.rows(), equal,
				equal ? "" : problem.isEmpty() ? "the answers differ" : problem);
	}

	private static Fingerprint.Answered failed(String side, String sentence) {
		return new Fingerprint.Answered(0, "", "it could not be asked in the " + side + ". "
				+ sentence.replaceFirst("\\.$", "") + ". Both servers must understand it");
	}

	private static Fingerprint.Answered answered(Connection session, String query) throws SQLException {
		if (!READS.matcher(query).matches()) {
			return new Fingerprint.Answered(0, "", "it is not one statement that only reads");
		}
		List<String> rows = rows(session, query);
		return (rows.size() > MOST)
				? new Fingerprint.Answered(0, "", "it has more than 10,000 rows; ask for sums or counts")
				: new Fingerprint.Answered(rows.size(),
						HexFormat.of().formatHex(RowHash.md5(String.join(",", rows).getBytes(StandardCharsets.UTF_8))),
						"");
	}

	/** Rows may come in any order. */
	private static List<String> rows(Connection session, String query) throws SQLException {
		List<String> rows = new ArrayList<>();
		RowHash hash = new RowHash();
		try (Statement statement = session.createStatement()) {
			statement.setMaxRows(MOST + 1);
			statement.setQueryTimeout(PATIENCE);
			try (ResultSet row = statement.executeQuery(query.replaceFirst(";\\s*$", ""))) {
				int columns = row.getMetaData().getColumnCount();
				while (row.next()) {
					byte[] @Nullable [] values = new byte[columns][];
					for (int column = 0; column < columns; column++) {
						String value = row.getString(column + 1);
						values[column] = (value != null) ? plain(value).getBytes(StandardCharsets.UTF_8) : null;
					}
					rows.add(HexFormat.of().formatHex(hash.of(values)));
				}
			}
		}
		return rows.stream().sorted().toList();
	}

	private static String plain(String value) {
		if (value.equals("t") || value.equals("f")) {
			return value.equals("t") ? "1" : "0";
		}
		if (value.matches("-?\\d{1,60}(\\.\\d{1,60})?")) {
			BigDecimal number = new BigDecimal(value);
			return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
		}
		return value;
	}

}
