package io.shiplift.mover.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.shiplift.mover.Backup;
import io.shiplift.mover.BackupContents;
import io.shiplift.mover.FileJob;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.Restored;
import io.shiplift.mover.Side;
import io.shiplift.mover.SqlSentences;
import io.shiplift.mover.archive.Archive;
import io.shiplift.mover.archive.Entry;
import io.shiplift.mover.copy.Sequences;
import io.shiplift.mover.copy.Target;
import io.shiplift.mover.work.Report;
import io.shiplift.mover.work.Sessions;

/**
 * Looks at a backup file, and restores it: tables, rows, then indexes and constraints.
 * Whatever the file holds is run as the owner of the target alone, and by no program that
 * knows more than SQL.
 */
public final class Restore {

	private static final Path FETCHED = Path.of("backup.dump");

	private final FileJob job;

	private final Report report;

	public Restore(FileJob job, Report report) {
		this.job = job;
		this.report = report;
	}

	public Restored run() {
		this.report.begin("look", "Looking at the backup", 0);
		Backup backup = this.job.backup();
		String url = backup.url();
		String fetched = (url != null) ? new Fetch(url, backup.bytes(), FETCHED, this.report).run() : null;
		this.report.begin("look", "Looking at the backup", 0);
		Path file = (url != null) ? FETCHED : Path.of(String.valueOf(backup.file()));
		if (!Files.isReadable(file)) {
			throw new MoverProblem("The backup file is not there any more. Upload it again.");
		}
		Opened opened = Opened.of(file, this.job.tools(), this.job.major());
		String sha256 = (fetched != null) ? fetched : Checksum.of(file);
		if (backup.sha256() != null && !backup.sha256().equals(sha256)) {
			throw new MoverProblem("The backup file is not what it was: its SHA-256 is " + sha256 + " now, but was "
					+ backup.sha256() + ". Make the backup again.");
		}
		BackupContents contents = opened.describe(sha256);
		Side target = this.job.target();
		return (target != null) ? restore(opened, contents, target) : new Restored(contents, List.of(), List.of());
	}

	private Restored restore(Opened opened, BackupContents contents, Side side) {
		Target target = new Target(side);
		Set<String> schemas = target.schemasOfEmpty();
		Readiness.of(side).require(contents.extensions());
		Archive archive = Archive.open(opened.contents(), opened.file(), Path.of("backup.list"), this.job.tools(),
				schemas);
		CompletableFuture<List<Restored.Rows>> counted = CompletableFuture.supplyAsync(
				() -> RowCount.of(opened.file(), archive.list(), this.job.tools()),
				(task) -> Thread.ofPlatform().daemon().start(task));
		this.report.begin("tables", "Making " + contents.tables() + " tables", 0);
		archive.restore(side, Archive.Section.TABLES, 1, (entry) -> {
		});
		rows(archive, contents.bytes(), side);
		List<Restored.Rows> rows = counted(counted);
		setSequences(side);
		indexes(archive, side);
		this.report.begin("statistics", "Collecting statistics for the planner", 0);
		target.analyze(this.job.workers(), Readiness.of(side).tables());
		return new Restored(contents, rows, archive.leftOut());
	}

	/** An archive does not tell the bytes of a table, so each counts for the same. */
	private void rows(Archive archive, long bytes, Side side) {
		Map<Integer, Entry> tables = byNumber(archive, Entry::rows);
		this.report.begin("rows", "Restoring the rows of " + tables.size() + " tables", bytes);
		archive.restore(side, Archive.Section.ROWS, Math.max(2, this.job.workers()), (id) -> {
			Entry entry = tables.get(id);
			if (entry != null) {
				this.report.item("Finished " + entry.text(), null, bytes / tables.size(), 0);
			}
		});
	}

	private void indexes(Archive archive, Side side) {
		Map<Integer, Entry> late = byNumber(archive, Entry::late);
		this.report.begin("indexes", "Building " + late.size() + " indexes and constraints", late.size());
		archive.restore(side, Archive.Section.INDEXES, Math.max(2, this.job.workers()), (id) -> {
			Entry entry = late.get(id);
			if (entry != null) {
				this.report.item("Finished " + entry.text(), null, 1, 0);
			}
		});
	}

	private static Map<Integer, Entry> byNumber(Archive archive, Predicate<Entry> which) {
		return archive.entries().stream().filter(which).collect(Collectors.toMap(Entry::id, Function.identity()));
	}

	private static void setSequences(Side side) {
		try (Connection connection = Sessions.open(side)) {
			Sequences.read(connection).set(connection);
		}
		catch (SQLException ex) {
			throw new MoverProblem("Sequences could not be set. " + SqlSentences.say(side, ex), ex);
		}
	}

	private static List<Restored.Rows> counted(CompletableFuture<List<Restored.Rows>> counted) {
		try {
			return counted.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException known) ? known : ex;
		}
	}

}
