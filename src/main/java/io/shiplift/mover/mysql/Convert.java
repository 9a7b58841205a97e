package io.shiplift.mover.mysql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.shiplift.mover.ConvertJob;
import io.shiplift.mover.Copied;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.MysqlSentences;
import io.shiplift.mover.Shape;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.copy.Target;
import io.shiplift.mover.work.Report;
import io.shiplift.mover.work.Sessions;

/**
 * Copies a database of MySQL or MariaDB as it is at one moment: tables first, then rows
 * in one stream, as other sessions would see other moments, then indexes and constraints.
 */
public final class Convert {

	private static final Path FINGERPRINT = Path.of("fingerprint");

	private final ConvertJob job;

	private final Report report;

	private final List<Conversion> conversions = new ArrayList<>();

	public Convert(ConvertJob job, Report report) {
		this.job = job;
		this.report = report;
	}

	public Copied run() {
		this.report.begin("look", "Looking at both databases", 0);
		if (this.job.shape() == Shape.CONVERTED) {
			new Target(this.job.target()).schemasOfEmpty();
		}
		try (Connection source = MysqlSessions.snapshot(this.job.source())) {
			return into(source);
		}
		catch (SQLException ex) {
			throw new MoverProblem("The source could not be read. " + MysqlSentences.say(this.job.source(), ex), ex);
		}
	}

	private Copied into(Connection source) throws SQLException {
		MysqlCatalogue catalogue = MysqlCatalogue.read(source, this.job.source().database());
		if (catalogue.tables().isEmpty()) {
			throw new MoverProblem("The source has no tables that user " + this.job.source().user()
					+ " may read. Check the address, and that the user has the right to read.");
		}
		refuseHalfSeen(source);
		Findings findings = (this.job.shape() == Shape.CONVERTED) ? Findings.of(source, catalogue.tables())
				: new Findings();
		Blueprint blueprint = new Blueprint(catalogue.tables(), findings);
		List<String> left = catalogue.leftBehind();
		try (Connection target = TargetRows.settle(Sessions.tuned(this.job.target()))) {
			return copy(new Both(source, target), catalogue, blueprint, left);
		}
		catch (SQLException ex) {
			throw new MoverProblem("The target could not be written. " + SqlSentences.say(this.job.target(), ex), ex);
		}
	}

	private void refuseHalfSeen(Connection source) throws SQLException {
		String database = this.job.source().database();
		if (MysqlRights.whole(source, database)) {
			return;
		}
		List<String> partly = MysqlRights.partly(source, database);
		if (!partly.isEmpty()) {
			throw new MoverProblem(
					"User " + this.job.source().user() + " may see only some columns of table " + partly.getFirst()
							+ ", so the rest would be lost. Grant select on the whole database to that user.");
		}
		this.conversions.add(Conversions.unseen(this.job.source()));
	}

	private Copied copy(Both both, MysqlCatalogue catalogue, Blueprint blueprint, List<String> left)
			throws SQLException {
		Migrated migrated = new Migrated();
		List<Pair> pairs = tables(both.target(), catalogue, blueprint, migrated);
		this.conversions.addAll(Conversions.of(this.job.shape(), pairs, left));
		long bytes = pairs.stream().mapToLong((pair) -> pair.source().bytes()).sum();
		this.report.begin("rows", "Copying " + Report.amount(bytes) + " in one stream", bytes);
		SourceRows rows = new SourceRows(this.job.source(), both.source());
		TableCopy copy = new TableCopy(rows, both.target(), this.job.target(), this.report);
		pairs.forEach(copy::copy);
		this.conversions.addAll(Conversions.zeroDates(rows.zeroDates()));
		Counters.read(both.target())
			.set(both.target(), pairs.stream().collect(Collectors.toMap(Sums::owner, Function.identity())));
		long late = finish(blueprint, migrated);
		this.report.begin("statistics", "Collecting statistics for the planner", 0);
		new Target(this.job.target()).analyze(this.job.workers(), pairs.stream().map(Pair::quoted).toList());
		this.conversions
			.forEach((conversion) -> this.report.warning(conversion.sentence() + " " + conversion.reason()));
		fingerprint(both.source(), rows, catalogue, pairs);
		return new Copied(bytes, pairs.size(), late);
	}

	private List<Pair> tables(Connection target, MysqlCatalogue catalogue, Blueprint blueprint, Migrated migrated)
			throws SQLException {
		List<MysqlTable> sources = catalogue.tables();
		if (this.job.shape() == Shape.CONVERTED) {
			this.report.begin("tables", "Making " + sources.size() + " tables", 0);
			Sessions.run(target, blueprint.tables());
			Sessions.run(target, blueprint.comments());
			return TargetTables.read(target).pairs(sources);
		}
		this.report.begin("tables", "Emptying the tables that the app's migrations made", 0);
		TargetTables made = TargetTables.read(target);
		List<Pair> pairs = made.pairs(sources);
		Migrated.refuseMissing(sources, pairs, made);
		migrated.prepare(target, pairs);
		return pairs;
	}

	private long finish(Blueprint blueprint, Migrated migrated) {
		List<Blueprint.Late> indexes = (this.job.shape() == Shape.CONVERTED) ? blueprint.indexes() : List.of();
		List<Blueprint.Late> constraints = (this.job.shape() == Shape.CONVERTED) ? blueprint.constraints()
				: migrated.finish();
		long work = Stream.concat(indexes.stream(), constraints.stream())
			.mapToLong((late) -> Math.max(1, late.bytes()))
			.sum();
		this.report.begin("indexes", "Building " + (indexes.size() + constraints.size()) + " indexes and constraints",
				work);
		Finishing.of(Math.max(2, this.job.workers()), indexes, this.job.target(), this.report);
		Finishing.of(1, constraints, this.job.target(), this.report);
		return work;
	}

	/** Read once more, so that what was written is compared with what the source has. */
	private void fingerprint(Connection source, SourceRows rows, MysqlCatalogue catalogue, List<Pair> pairs)
			throws SQLException {
		this.report.begin("fingerprint", "Noting what the source was, for the comparison", 0);
		Sums sums = new Sums(this.job.shape());
		List<String> lines = new ArrayList<>(sums.structure(catalogue, pairs));
		try (Connection target = Sessions.open(this.job.target())) {
			lines.addAll(sums.given(Counters.read(target), pairs));
		}
		this.job.invariants()
			.forEach((question) -> lines.add(OwnQuestions.line(question.query(),
					OwnQuestions.source(this.job.source(), source, question.query()))));
		for (Pair pair : pairs) {
			lines.add(sums.rows(pair, (taker) -> rows.each(pair, pair.columns(), taker)));
		}
		try {
			Files.write(FINGERPRINT, lines);
			Files.write(Kept.CONVERSIONS, Kept.lines(this.conversions));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Both(Connection source, Connection target) {

	}

}
