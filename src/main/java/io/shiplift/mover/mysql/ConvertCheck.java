package io.shiplift.mover.mysql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

import io.shiplift.mover.Comparison;
import io.shiplift.mover.ConvertCheckJob;
import io.shiplift.mover.Hash;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.MysqlSentences;
import io.shiplift.mover.Side;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.verify.Differences;
import io.shiplift.mover.verify.Fingerprint;
import io.shiplift.mover.verify.Sides;
import io.shiplift.mover.work.Lanes;
import io.shiplift.mover.work.Report;
import io.shiplift.mover.work.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Compares a converted database with its source: what it is made of, exact counts, where
 * sequences stand, and a hash over one spelling of every value of every row.
 */
public final class ConvertCheck {

	private final ConvertCheckJob job;

	private final Report report;

	private final Sums sums;

	private final long start = System.nanoTime();

	public ConvertCheck(ConvertCheckJob job, Report report) {
		this.job = job;
		this.report = report;
		this.sums = new Sums(job.shape());
	}

	public Comparison run() {
		this.report.begin("look", "Looking at both databases", 0);
		try (Connection source = MysqlSessions.snapshot(this.job.source());
				Snapshot snapshot = Snapshot.of(this.job.target())) {
			return compare(source, snapshot);
		}
		catch (SQLException ex) {
			throw new MoverProblem("The source could not be read. " + MysqlSentences.say(this.job.source(), ex), ex);
		}
	}

	private Comparison compare(Connection source, Snapshot snapshot) throws SQLException {
		MysqlCatalogue catalogue = MysqlCatalogue.read(source, this.job.source().database());
		Connection target = TargetRows.settle(snapshot.holder());
		List<Pair> pairs = TargetTables.read(target).pairs(catalogue.tables());
		SourceRows rows = new SourceRows(this.job.source(), source);
		String file = this.job.fingerprint();
		long bytes = pairs.stream().mapToLong((pair) -> pair.source().bytes()).sum();
		this.report.begin("compare", "Comparing every row, " + Report.amount(bytes) + " in the source", bytes);
		if (file != null) {
			Kept kept = Kept.read(Path.of(file));
			Fingerprint copied = target(snapshot, pairs, true);
			return conclude(new Differences(kept.source(), copied), List.of(kept.source(), copied), kept.conversions(),
					answers(kept.source(), source, target), List.of());
		}
		List<Supplier<Fingerprint>> work = List.of(() -> source(catalogue, rows, target, pairs),
				() -> target(snapshot, pairs, false));
		List<Fingerprint> both = Sides.both(work, Supplier::get);
		Differences differences = new Differences(both.getFirst(), both.getLast());
		List<Conversion> conversions = Conversions.of(this.job.shape(), pairs, catalogue.leftBehind());
		conversions.addAll(Conversions.zeroDates(rows.zeroDates()));
		if (!MysqlRights.whole(source, this.job.source().database())) {
			conversions.add(Conversions.unseen(this.job.source()));
		}
		return conclude(differences, both, conversions.stream().map(Conversion::explained).toList(),
				answers(null, source, target), rows(differences, pairs, rows, target));
	}

	private Fingerprint source(MysqlCatalogue catalogue, SourceRows rows, Connection target, List<Pair> pairs) {
		try {
			List<String> lines = new ArrayList<>(this.sums.structure(catalogue, pairs));
			lines.addAll(this.sums.given(Counters.read(target), pairs));
			for (Pair pair : pairs) {
				lines.add(this.sums.rows(pair, (taker) -> rows.each(pair, pair.columns(), taker)));
				this.report.item("Read " + pair.source().name() + " in the source", pair.name(), pair.source().bytes(),
						0);
			}
			return Fingerprint.parse(lines);
		}
		catch (SQLException ex) {
			throw new MoverProblem("The source could not be read. " + MysqlSentences.say(this.job.source(), ex), ex);
		}
	}

	private Fingerprint target(Snapshot snapshot, List<Pair> pairs, boolean tell) {
		Queue<String> lines = new ConcurrentLinkedQueue<>();
		Lanes.run(this.job.workers(), pairs,
				() -> new Lane(snapshot.side(), TargetRows.settle(snapshot.join()), (pair, rows) -> {
					lines.add(this.sums.rows(pair, (taker) -> rows.each(pair, taker)));
					if (tell) {
						this.report.item("Compared " + pair.name(), pair.name(), pair.source().bytes(), 0);
					}
				}));
		try (Connection session = TargetRows.settle(snapshot.join())) {
			List<String> all = new ArrayList<>(TargetStructure.lines(session, this.job.shape(), pairs));
			all.addAll(this.sums.positions(session, pairs));
			all.addAll(lines);
			return Fingerprint.parse(all);
		}
		catch (SQLException ex) {
			throw new MoverProblem("The target could not be read. " + SqlSentences.say(this.job.target(), ex), ex);
		}
	}

	/**
	 * Compares with what the source answered at the moment of the copy, if that is known.
	 */
	private List<Comparison.Answer> answers(@Nullable Fingerprint kept, Connection source, Connection target) {
		if (!this.job.invariants().isEmpty()) {
			this.report.begin("questions", "Asking your own questions on both sides", 0);
		}
		try {
			target.setSchema("public");
		}
		catch (SQLException ex) {
			throw new MoverProblem("The target could not be read. " + SqlSentences.say(this.job.target(), ex), ex);
		}
		return this.job.invariants().stream().map((question) -> {
			Fingerprint.Answered then = (kept != null) ? kept.answers().get(question.query()) : null;
			Fingerprint.Answered now = (then != null) ? then
					: OwnQuestions.source(this.job.source(), source, question.query());
			Comparison.Answer answer = OwnQuestions.compare(question, now,
					OwnQuestions.target(this.job.target(), target, question.query()));
			return (kept == null || then != null || answer.equal()) ? answer : answer.ofALivingSource();
		}).toList();
	}

	private List<String> rows(Differences differences, List<Pair> pairs, SourceRows source, Connection target) {
		List<String> named = new ArrayList<>();
		TargetRows rows = new TargetRows(this.job.target(), target);
		for (Comparison.Table table : differences.tables()) {
			if (!table.equal()) {
				this.report.begin("rows that differ", "Looking for the rows that differ", 0);
				pairs.stream()
					.filter((pair) -> pair.name().equals(table.name()))
					.forEach((pair) -> named.addAll(new NamedRows(pair)
						.name((taker) -> source.each(pair, pair.columns(), taker), (taker) -> rows.each(pair, taker))));
			}
		}
		return named;
	}

	private Comparison conclude(Differences differences, List<Fingerprint> both, List<Comparison.Explained> conversions,
			List<Comparison.Answer> answers, List<String> rows) {
		List<String> sentences = new ArrayList<>(differences.sentences());
		answers.stream()
			.filter((answer) -> !answer.equal() && !answer.excused())
			.map((answer) -> "Your question \"" + answer.name() + "\": " + answer.note() + ".")
			.forEach(sentences::add);
		List<Comparison.Explained> explained = new ArrayList<>(differences.explained());
		explained.addAll(conversions);
		return new Comparison(this.job.depth(), Hash.TEXT, both.getFirst().moment(), both.getLast().moment(),
				differences.tables(), differences.sequences(), sentences, explained, answers, rows,
				(System.nanoTime() - this.start) / 1_000_000, List.of());
	}

	private interface Work {

		void on(Pair pair, TargetRows rows);

	}

	private record Lane(Side side, Connection session, Work work) implements Lanes.Lane<Pair> {

		@Override
		public void take(Pair pair) {
			this.work.on(pair, new TargetRows(this.side, this.session));
		}

		@Override
		public void close() throws SQLException {
			this.session.close();
		}

	}

}
