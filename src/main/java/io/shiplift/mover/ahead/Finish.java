package io.shiplift.mover.ahead;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import io.shiplift.mover.FinishJob;
import io.shiplift.mover.Finished;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.copy.Sequences;
import io.shiplift.mover.work.Meanwhile;
import io.shiplift.mover.work.Report;

/**
 * The last round: everything in one transaction of the target, as the source is at one
 * moment. The log is emptied only after it.
 */
public final class Finish {

	private final FinishJob job;

	private final Report report;

	public Finish(FinishJob job, Report report) {
		this.job = job;
		this.report = report;
	}

	public Finished run() {
		long start = System.nanoTime();
		this.report.begin("look", "Looking whether the source is as it was", 0);
		Meanwhile<Link> opening = Meanwhile.begin(() -> Link.target(this.job.changer(), this.job.target().user()));
		try (Link source = Link.source(this.job.source())) {
			List<Followed> tables = FollowedTables.read(source);
			source.run("begin isolation level repeatable read", hold(tables));
			look(source, tables);
			try (Link target = opening.get()) {
				return finish(source, target, tables, start);
			}
		}
	}

	/**
	 * A table that is emptied looks empty to all sessions, whatever they saw before; so
	 * nobody may do that between the moment of this transaction and its end.
	 */
	private static String hold(List<Followed> tables) {
		return "lock table " + tables.stream().map((table) -> "only " + table.name()).collect(Collectors.joining(", "))
				+ " in access share mode";
	}

	private void look(Link source, List<Followed> tables) {
		if (!Limits.marked(source, this.job.mark()) || !Limits.noted(source, this.job.mark())) {
			throw new MoverProblem(
					"The source holds no log of changes for this copy any more, so it cannot be finished."
							+ " Start again: the copy begins anew.");
		}
		new Catalogue(source).check();
		new Triggers(source).check(tables);
	}

	private Finished finish(Link source, Link target, List<Followed> tables, long start) {
		Changes changes = Changes.read(source, tables);
		this.report.begin("changes", "Taking over the last " + changes.sum() + " changes", 0);
		target.run("begin");
		Round round = new Round(source, target, this.report);
		round.take(tables, changes, true);
		int largeObjects = new LateObjects(source, target).take();
		int views = refresh(source, target);
		changes.forget(source, tables);
		Baseline.written(source, target);
		if (this.job.fingerprint()) {
			this.report.begin("moment", "Noting what the source was, for the comparison", 0);
			new Moment(source, this.job).note(tables);
		}
		int sequences = sequences(source, target);
		target.run("commit");
		source.run("commit");
		long millis = (System.nanoTime() - start) / 1_000_000;
		this.report.item("Finished: " + changes.sum() + " changes taken over and compared in " + millis + " ms", null,
				0, round.rows());
		return new Finished(changes.sum(), round.rows(), round.whole(), largeObjects, views, sequences, millis);
	}

	/** In the order in which they were made, as one may read from another. */
	private static int refresh(Link source, Link target) {
		List<String> views = source.texts("""
				select quote_ident(n.nspname) || '.' || quote_ident(c.relname) from pg_class c
				join pg_namespace n on n.oid = c.relnamespace
				where c.relkind = 'm' and c.relispopulated and n.nspname <> '_heroku' order by c.oid""");
		views.forEach((view) -> target.run("refresh materialized view " + view));
		return views.size();
	}

	/** They keep to no snapshot, so they are read last. */
	private static int sequences(Link source, Link target) {
		try {
			Sequences sequences = Sequences.read(source.connection());
			sequences.set(target.connection());
			return sequences.count();
		}
		catch (SQLException ex) {
			throw target.problem(ex);
		}
	}

}
