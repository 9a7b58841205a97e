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
import io.shiplift.mover.ConvertCheckJob;
import io.shiplift.mover.Invariant;
import io.shiplift.mover.MysqlSentences;
import io.shiplift.mover.SqlSentences;
import org.jspecify.annotations.Nullable;

/**
 * Asks a team's own questions on both sides, in the same words. Numbers are the same
 * however they are written, and so are truth values.
 */
final class OwnQuestions {

	private static final Pattern READS = Pattern.compile("(?is)\\s*(select|with|values)\\b[^;]*;?\\s*");

	private static final int MOST = 10_000;

	private static final int PATIENCE = 60;

	private final ConvertCheckJob job;

	OwnQuestions(ConvertCheckJob job) {
		this.job = job;
	}

	List<Comparison.Answer> ask(Connection source, Connection target) {
		return this.job.invariants().stream().map((invariant) -> answer(invariant, source, target)).toList();
	}

	private Comparison.Answer answer(Invariant invariant, Connection source, Connection target) {
		String name = invariant.name();
		if (!READS.matcher(invariant.query()).matches()) {
			return new Comparison.Answer(name, 0, false, "it is not one statement that only reads");
		}
		List<String> answer;
		try {
			answer = rows(source, invariant.query());
		}
		catch (SQLException ex) {
			return failed(name, "source", MysqlSentences.say(this.job.source(), ex));
		}
		try {
			List<String> copied = rows(target, invariant.query());
			if (answer.size() > MOST) {
				return new Comparison.Answer(name, 0, false, "it has more than 10,000 rows; ask for sums or counts");
			}
			return new Comparison.Answer(name, answer.size(), answer.equals(copied),
					answer.equals(copied) ? "" : "the answers differ");
		}
		catch (SQLException ex) {
			return failed(name, "target", SqlSentences.say(this.job.target(), ex));
		}
	}

	private static Comparison.Answer failed(String name, String side, String sentence) {
		return new Comparison.Answer(name, 0, false, "it could not be asked in the " + side + ". "
				+ sentence.replaceFirst("\\.$", "") + ". Both servers must understand it");
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
