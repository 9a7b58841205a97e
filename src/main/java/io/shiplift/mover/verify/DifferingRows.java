package io.shiplift.mover.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.shiplift.mover.Comparison;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.work.Snapshot;

/**
 * Names the rows in which two tables differ. Only ranges of keys that differ are read row
 * by row, so that little is held in memory. Values are never told, and keys only where
 * they are numbers, dates or the like.
 */
final class DifferingRows {

	private static final int BUCKETS = 4096;

	private static final int READ = 8;

	private static final int NAMED = 20;

	private final Snapshot source;

	private final Snapshot target;

	private final long deadline;

	/** Looks at no further table after so many milliseconds. */
	DifferingRows(Snapshot source, Snapshot target, long millis) {
		this.source = source;
		this.target = target;
		this.deadline = System.nanoTime() + millis * 1_000_000;
	}

	/** A sentence for each row, for so many of a table. */
	List<String> name(List<Comparison.Table> tables) {
		List<String> sentences = new ArrayList<>();
		for (Comparison.Table table : tables) {
			if (table.equal() || table.name().equals(FingerprintReader.LARGE_OBJECTS)) {
				continue;
			}
			long left = (this.deadline - System.nanoTime()) / 1_000_000;
			if (left <= 0) {
				sentences.add("The time for naming rows was over before " + table.name() + ".");
				return sentences;
			}
			sentences.addAll(name(table.name(), left));
		}
		return sentences;
	}

	private List<String> name(String table, long millis) {
		try (Connection from = open(this.source, millis); Connection to = open(this.target, millis)) {
			KeyedTable keyed = KeyedTable.of(from, table);
			List<String> all = keyed.ordered() ? new Bisection(keyed, from, to, READ).differing()
					: buckets(keyed, from, to);
			List<String> some = all.subList(0, Math.min(READ, all.size()));
			if (some.isEmpty()) {
				return List.of();
			}
			String question = keyed.rows("(" + String.join(") or (", some) + ")");
			List<String> named = new RowPair(keyed, RowPair.read(from, question), RowPair.read(to, question))
				.sentences();
			return shortened(table, named, all.size() > READ);
		}
		catch (SQLException | MoverProblem ex) {
			return List.of("The rows of " + table + " that differ could not be named.");
		}
	}

	/** Where keys have no order, they are divided by their hashes. */
	private static List<String> buckets(KeyedTable keyed, Connection from, Connection to) {
		String question = keyed.buckets(BUCKETS);
		List<Map<Long, String>> sums = Sides.both(List.of(from, to), (session) -> RowPair.sums(session, question));
		TreeSet<Long> all = new TreeSet<>(sums.getFirst().keySet());
		all.addAll(sums.getLast().keySet());
		return all.stream()
			.filter((bucket) -> !sums.getFirst().getOrDefault(bucket, "").equals(sums.getLast().get(bucket)))
			.map((bucket) -> keyed.within(BUCKETS, List.of(bucket)))
			.toList();
	}

	private static List<String> shortened(String table, List<String> named, boolean more) {
		if (named.size() <= NAMED && !more) {
			return named;
		}
		List<String> some = new ArrayList<>(named.subList(0, Math.min(NAMED, named.size())));
		some.add("More rows of " + table + " differ.");
		return some;
	}

	private static Connection open(Snapshot side, long millis) throws SQLException {
		Connection session = Questions.settle(side.join());
		try (Statement statement = session.createStatement()) {
			statement.execute("set statement_timeout = " + Math.max(1000, millis));
		}
		return session;
	}

}
