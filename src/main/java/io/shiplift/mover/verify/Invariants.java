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
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.work.Snapshot;
import org.postgresql.core.Parser;

/**
 * Asks a team's own questions on both sides. They can only read, one statement each,
 * within a minute; of the answers only a hash is kept.
 */
final class Invariants {

	private static final Pattern READS = Pattern.compile("(?is)\\s*(select|with|values)\\b.*");

	private static final int MOST = 10_000;

	private Invariants() {
	}

	static List<Comparison.Answer> ask(List<Invariant> invariants, Snapshot source, Snapshot target) {
		return invariants.stream().map((invariant) -> {
			List<Rows> both = Sides.both(List.of(source, target), (side) -> answer(invariant, side));
			boolean equal = both.getFirst().problem().isEmpty() && both.getFirst().equals(both.getLast());
			String problem = both.stream().map(Rows::problem).filter((text) -> !text.isEmpty()).findFirst().orElse("");
			return new Comparison.Answer(invariant.name(), both.getFirst().count(), equal,
					equal ? "" : problem.isEmpty() ? "the answers differ" : problem);
		}).toList();
	}

	private static Rows answer(Invariant invariant, Snapshot side) {
		try {
			if (!READS.matcher(invariant.query()).matches()
					|| Parser.parseJdbcSql(invariant.query(), true, false, true, false, false).size() != 1) {
				return new Rows(0, "", "it is not one statement that only reads");
			}
			try (Connection session = Questions.settle(side.join()); Statement statement = session.createStatement()) {
				statement.execute("reset search_path");
				statement.execute("set statement_timeout = '60s'");
				statement.setMaxRows(MOST + 1);
				return read(statement, invariant.query());
			}
		}
		catch (SQLException ex) {
			return new Rows(0, "",
					"it could not be asked. " + SqlSentences.say(side.side(), ex).replaceFirst("\\.$", ""));
		}
	}

	/** Rows may come in any order. */
	private static Rows read(Statement statement, String query) throws SQLException {
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
		return (hashes.size() > MOST) ? new Rows(0, "", "it has more than 10,000 rows; ask for sums or counts")
				: new Rows(hashes.size(), sha256(hashes.stream().sorted().toList().toString()), "");
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

	/**
	 * How many rows there were, their hash, and what went wrong.
	 */
	private record Rows(long count, String hash, String problem) {

	}

}
