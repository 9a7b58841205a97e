package io.shiplift.mover.ahead;

import java.util.List;

import io.shiplift.mover.AheadJob;
import io.shiplift.mover.Mark;
import io.shiplift.mover.work.Report;

/**
 * Catches up with a source that goes on changing, until little is left.
 */
final class Rounds {

	/** So few changes take about a second. */
	private static final long FEW = 2000;

	/** A source that changes faster than this catches up is left as it is then. */
	private static final int MOST = 10;

	private final AheadJob job;

	private final Link source;

	private final List<Followed> tables;

	private final Report report;

	private int count;

	private long changes;

	private long waiting;

	Rounds(AheadJob job, Link source, List<Followed> tables, Report report) {
		this.job = job;
		this.source = source;
		this.tables = tables;
		this.report = report;
	}

	void run() {
		try (Link target = Link.target(this.job.changer(), this.job.target().user())) {
			do {
				round(target);
				this.waiting = Changes.read(this.source, this.tables).sum();
			}
			while (this.waiting > FEW && this.count < MOST);
		}
	}

	int count() {
		return this.count;
	}

	/** Changes taken over in all rounds. */
	long changes() {
		return this.changes;
	}

	/** Changes that came since the last round began. */
	long waiting() {
		return this.waiting;
	}

	private void round(Link target) {
		long start = System.nanoTime();
		this.source.run("begin isolation level repeatable read");
		new Triggers(this.source).check(this.tables);
		new Catalogue(this.source).check();
		Changes found = Changes.read(this.source, this.tables);
		target.run("begin");
		new Round(this.source, target, this.report).take(this.tables, found, false);
		Baseline.written(this.source, target);
		target.run("commit");
		found.forget(this.source, this.tables);
		this.source.run("commit");
		found.cleanUp(this.source, this.tables);
		this.count++;
		this.changes += found.sum();
		this.report
			.item("Round " + this.count + ": " + found.sum() + " changes in " + (System.nanoTime() - start) / 1_000_000
					+ " ms; the log takes " + Report.amount(logBytes(this.source)), null, 0, found.sum());
	}

	static long logBytes(Link source) {
		return source.number("select coalesce(sum(pg_total_relation_size(oid)), 0)::bigint from pg_class"
				+ " where relkind = 'r' and relnamespace = to_regnamespace('" + Mark.SCHEMA + "')");
	}

}
