package io.shiplift.mover.ahead;

import java.util.List;

import io.shiplift.mover.AheadJob;
import io.shiplift.mover.Copied;
import io.shiplift.mover.CopiedAhead;
import io.shiplift.mover.CopyJob;
import io.shiplift.mover.copy.Copy;
import io.shiplift.mover.work.Report;

/**
 * Copies while the source is in use: triggers first, so that no change is missed, then
 * everything as it is at one moment, then the changes since. If it does not work out,
 * nothing is left in the source.
 */
public final class Ahead {

	private final AheadJob job;

	private final Report report;

	public Ahead(AheadJob job, Report report) {
		this.job = job;
		this.report = report;
	}

	public CopiedAhead run() {
		this.report.begin("look", "Looking at what the source and the target allow", 0);
		try (Link target = Link.target(this.job.changer(), this.job.target().user())) {
			target.text("select 1");
		}
		try (Link source = Link.source(this.job.source())) {
			Limits.check(source, this.report);
			if (Limits.marked(source, this.job.mark())) {
				this.report.item(new Removal(this.job.source(), this.job.mark()).run().sentence(), null, 0, 0);
			}
		}
		return follow();
	}

	private CopiedAhead follow() {
		try (Link source = Link.source(this.job.source()); LogWatch watch = LogWatch.begin(this.job, this.report)) {
			List<Followed> tables = FollowedTables.read(source);
			try {
				return copy(source, watch, tables);
			}
			catch (RuntimeException ex) {
				watch.leave();
				this.report.warning(new Removal(this.job.source(), this.job.mark()).run().sentence());
				throw ex;
			}
		}
	}

	private CopiedAhead copy(Link source, LogWatch watch, List<Followed> tables) {
		CopiedAhead.Overhead overhead = triggers(source, tables);
		List<String> whole = tables.stream().filter((table) -> !table.keyed()).map(Followed::name).toList();
		if (!whole.isEmpty()) {
			this.report.warning(
					"Tables without a primary key are copied whole at the finish: " + String.join(", ", whole) + ".");
		}
		Copied copied = new Copy(new CopyJob(this.job.source(), this.job.target(), this.job.tools(), this.job.workers(),
				true, this.job.hash(), List.of()), this.report)
			.run();
		Baseline baseline = new BulkProof(this.job, source, this.report).prove(tables);
		this.report.begin("rounds", "Catching up with what changed meanwhile", 0);
		Rounds rounds = new Rounds(this.job, source, tables, this.report);
		rounds.run();
		this.report.item("Caught up: " + rounds.waiting() + " changes wait for the finish", null, 0, rounds.waiting());
		return new CopiedAhead(copied.bytes(), copied.tables(), overhead, rounds.count(), rounds.changes(),
				rounds.waiting(), Math.max(watch.most(), Rounds.logBytes(source)), whole, baseline.tables().size());
	}

	private CopiedAhead.Overhead triggers(Link source, List<Followed> tables) {
		long keyed = tables.stream().filter(Followed::keyed).count();
		this.report.begin("triggers", "Following " + keyed + " tables", 0);
		Triggers triggers = new Triggers(source);
		triggers.makeSchema(this.job.mark());
		new Catalogue(source).note();
		Probe.Cost cost = new Probe(source).measure();
		ShortLocks locks = new ShortLocks(source);
		long start = System.nanoTime();
		triggers.make(tables, locks);
		long millis = (System.nanoTime() - start) / 1_000_000;
		CopiedAhead.Overhead overhead = new CopiedAhead.Overhead((int) keyed * 2, millis, locks.longestMillis(),
				cost.bare(), cost.logged());
		this.report.item(
				"Triggers stand after " + millis + " ms, the longest lock was " + locks.longestMillis()
						+ " ms; a write takes " + cost.logged() + " µs instead of " + cost.bare(),
				null, 0, overhead.triggers());
		return overhead;
	}

}
