package io.shiplift.mover.copy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.shiplift.mover.Copied;
import io.shiplift.mover.CopyJob;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.archive.Archive;
import io.shiplift.mover.archive.Entry;
import io.shiplift.mover.verify.Fingerprint;
import io.shiplift.mover.verify.FingerprintReader;
import io.shiplift.mover.verify.Invariants;
import io.shiplift.mover.work.Lanes;
import io.shiplift.mover.work.Report;
import io.shiplift.mover.work.Sessions;
import io.shiplift.mover.work.Snapshot;

/**
 * Copies a database: tables first, then rows in several streams from server to server
 * without a file between, then indexes and constraints.
 */
public final class Copy {

	private static final Path SCHEMA = Path.of("schema.dump");

	private static final Path FINGERPRINT = Path.of("fingerprint");

	private final CopyJob job;

	private final Report report;

	public Copy(CopyJob job, Report report) {
		this.job = job;
		this.report = report;
	}

	public Copied run() {
		this.report.begin("look", "Looking at both databases", 0);
		Target target = new Target(this.job.target());
		Set<String> schemas = target.schemasOfEmpty();
		try (Snapshot snapshot = Snapshot.of(this.job.source())) {
			return copy(snapshot, target, schemas);
		}
		catch (SQLException ex) {
			throw new MoverProblem("The source could not be read. " + SqlSentences.say(this.job.source(), ex), ex);
		}
	}

	private Copied copy(Snapshot snapshot, Target target, Set<String> schemas) throws SQLException {
		Sequences sequences = Sequences.read(snapshot.holder());
		Source source = new Source(snapshot.holder());
		List<SourceTable> tables = source.tables();
		Map<Long, Long> lateBytes = source.lateBytes();
		long bytes = tables.stream().mapToLong(SourceTable::bytes).sum();
		this.report.begin("tables", "Making " + tables.size() + " tables", 0);
		Archive.dumpSchema(this.job.source(), snapshot.id(), this.job.tools(), SCHEMA);
		Archive archive = Archive.open(SCHEMA, this.job.tools(), schemas);
		archive.restore(this.job.target(), Archive.Section.TABLES, 1, (entry) -> {
		});
		this.report.begin("rows", "Copying " + Report.amount(bytes) + " in " + this.job.workers() + " streams", bytes);
		rows(snapshot, tables, bytes);
		set(sequences);
		indexes(archive, lateBytes);
		this.report.begin("statistics", "Collecting statistics for the planner", 0);
		target.analyze(this.job.workers(), tables.stream().map(SourceTable::name).toList());
		archive.delete();
		if (this.job.fingerprint()) {
			fingerprint(snapshot);
		}
		return new Copied(bytes, tables.size(), lateBytes.values().stream().mapToLong(Long::longValue).sum());
	}

	private void fingerprint(Snapshot snapshot) {
		this.report.begin("fingerprint", "Noting what the source was, for the comparison", 0);
		Fingerprint source = new FingerprintReader(snapshot, this.job.hash(), this.job.workers()).readAlone();
		Invariants.note(this.job.invariants(), snapshot, source);
		try {
			Files.write(FINGERPRINT, source.lines());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void rows(Snapshot snapshot, List<SourceTable> tables, long bytes) {
		long desired = bytes / (this.job.workers() * 4L);
		List<Part> parts = tables.stream().flatMap((table) -> table.parts(desired).stream()).toList();
		Lanes.run(this.job.workers(), parts, () -> new RowLane(snapshot, this.job.target(), this.report));
		new LargeObjects(snapshot, this.job.target(), this.report).copy();
	}

	private void set(Sequences sequences) {
		try (Connection connection = Sessions.open(this.job.target())) {
			sequences.set(connection);
		}
		catch (SQLException ex) {
			throw new MoverProblem("Sequences could not be set. " + SqlSentences.say(this.job.target(), ex), ex);
		}
	}

	private void indexes(Archive archive, Map<Long, Long> lateBytes) {
		Map<Integer, Entry> late = archive.entries()
			.stream()
			.filter(Entry::late)
			.collect(Collectors.toMap(Entry::id, Function.identity()));
		long work = late.values().stream().mapToLong((entry) -> weight(entry, lateBytes)).sum();
		this.report.begin("indexes", "Building " + late.size() + " indexes and constraints", work);
		archive.restore(this.job.target(), Archive.Section.INDEXES, Math.max(2, this.job.workers()), (id) -> {
			Entry entry = late.get(id);
			if (entry != null) {
				this.report.item("Finished " + entry.text(), null, weight(entry, lateBytes), 0);
			}
		});
	}

	private static long weight(Entry entry, Map<Long, Long> lateBytes) {
		return 1 + lateBytes.getOrDefault(entry.oid(), 0L);
	}

}
