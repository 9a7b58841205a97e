package io.shiplift.mover.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.shiplift.mover.Comparison;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.VerifyJob;
import io.shiplift.mover.work.Report;
import io.shiplift.mover.work.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Compares a target with its source, each as it is at one moment, both at the same time.
 */
public final class Verify {

	private final VerifyJob job;

	private final Report report;

	private final long start = System.nanoTime();

	public Verify(VerifyJob job, Report report) {
		this.job = job;
		this.report = report;
	}

	public Comparison run() {
		this.report.begin("look", "Looking at both databases", 0);
		String file = this.job.fingerprint();
		if (file != null) {
			Fingerprint source = kept(Path.of(file));
			try (Snapshot target = Snapshot.of(this.job.target())) {
				return conclude(source, read(null, target).getLast());
			}
		}
		try (Snapshot source = Snapshot.of(this.job.source()); Snapshot target = Snapshot.of(this.job.target())) {
			List<Fingerprint> both = read(source, target);
			return conclude(both.getFirst(), both.getLast());
		}
	}

	private List<Fingerprint> read(@Nullable Snapshot source, Snapshot target) {
		List<FingerprintReader> readers = ((source != null) ? List.of(source, target) : List.of(target)).stream()
			.map((snapshot) -> new FingerprintReader(snapshot, this.job.hash(), this.job.workers()))
			.toList();
		long bytes = Sides.both(readers, (reader) -> reader.look((table) -> true)).stream().mapToLong((it) -> it).sum();
		this.report.begin("compare", "Comparing every row, " + Report.amount(bytes) + " on both sides", bytes);
		return Sides.both(readers,
				(reader) -> reader.hash((table, some) -> this.report.item("Compared " + table, table, some, 0)));
	}

	private Comparison conclude(Fingerprint source, Fingerprint target) {
		Differences differences = new Differences(source, target);
		return new Comparison(this.job.depth(), this.job.hash(), source.moment(), target.moment(), differences.tables(),
				differences.sequences(), differences.sentences(), differences.explained(), List.of(), List.of(),
				(System.nanoTime() - this.start) / 1_000_000);
	}

	private static Fingerprint kept(Path file) {
		try {
			return Fingerprint.parse(Files.readAllLines(file));
		}
		catch (IOException ex) {
			throw new MoverProblem("What the source was at the moment of the copy is not there any more ("
					+ file.getFileName() + "). Copy the database again.", ex);
		}
	}

}
