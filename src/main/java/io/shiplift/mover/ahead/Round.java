package io.shiplift.mover.ahead;

import java.util.List;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.work.Meanwhile;
import io.shiplift.mover.work.Pipe;
import io.shiplift.mover.work.Report;

/**
 * Brings the target to where the source was at one moment. Both sessions are in a
 * transaction; that of the source sees the moment. Every row that is written is compared.
 */
final class Round {

	private final Link source;

	private final Link target;

	private final Report report;

	private final Pipe pipe;

	private long rows;

	private int whole;

	Round(Link source, Link target, Report report) {
		this.source = source;
		this.target = target;
		this.report = report;
		this.pipe = new Pipe(source.end(), target.end());
	}

	/** Tables without a key take part only in the last round. */
	void take(List<Followed> tables, Changes changes, boolean last) {
		List<Followed> changed = tables.stream()
			.filter((table) -> changes.changed(table) && !changes.emptied(table))
			.toList();
		changed.forEach((table) -> takeKeys(table, changes.many(table)));
		changed.forEach(this::takeRows);
		tables.stream().filter((table) -> changes.emptied(table) || last && !table.keyed()).forEach(this::takeWhole);
	}

	/** Rows written. */
	long rows() {
		return this.rows;
	}

	/** Tables copied whole. */
	int whole() {
		return this.whole;
	}

	/**
	 * Old rows go first, of all tables, so that no two rows ever claim the same value.
	 */
	private void takeKeys(Followed table, boolean many) {
		if (many) {
			this.source.run("analyze " + table.log());
		}
		this.target.run("create temp table round_" + table.oid() + " on commit drop as select " + table.asLogged()
				+ " from only " + table.name() + " with no data");
		pour("select distinct " + table.logged() + " from " + table.log(), table.round(), table.format());
		this.target.run("analyze " + table.round(),
				"delete from only " + table.name() + " t using " + table.round() + " k where " + table.matches());
	}

	private void takeRows(Followed table) {
		String from = " from (select distinct " + table.logged() + " from " + table.log() + ") k join only "
				+ table.name() + " t on (" + table.matches() + ")";
		long written = pour("select " + table.qualified() + from, table.name() + " (" + table.columns() + ")",
				table.format());
		compare(table, from,
				" from " + table.round() + " k join only " + table.name() + " t on (" + table.matches() + ")");
		this.rows += written;
		this.report.item("Brought " + written + " rows of " + table.name() + " up to date", table.name(), 0, written);
	}

	private void takeWhole(Followed table) {
		this.target.run((table.referenced() ? "delete from only " : "truncate only ") + table.name());
		long written = pour("select " + table.qualified() + " from only " + table.name() + " t",
				table.name() + (table.columns().isEmpty() ? "" : " (" + table.columns() + ")"), table.format());
		compare(table, " from only " + table.name() + " t", " from only " + table.name() + " t");
		this.rows += written;
		this.whole++;
		this.report.item("Copied table " + table.name() + " whole (" + written + " rows)", table.name(), 0, written);
	}

	private void compare(Followed table, String fromSource, String fromTarget) {
		String question = "select count(*), coalesce(sum(hashtextextended((t.*)::text, 0)::numeric), 0)";
		Meanwhile<List<String>> asked = Meanwhile.begin(() -> this.source.rows(question + fromSource).getFirst());
		List<String> here = this.target.rows(question + fromTarget).getFirst();
		List<String> there = asked.get();
		if (!there.equals(here)) {
			throw new MoverProblem("The changed rows of " + table.name() + " differ after they were copied ("
					+ there.getFirst() + " in the source, " + here.getFirst()
					+ " in the target). The target was left as it was. Start again: the copy begins anew.");
		}
	}

	private long pour(String query, String table, String format) {
		return this.pipe.pour("copy (" + query + ") to stdout" + format, "copy " + table + " from stdin" + format,
				(bytes) -> {
				});
	}

}
