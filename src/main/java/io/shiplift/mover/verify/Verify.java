package io.shiplift.mover.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.shiplift.mover.Comparison;
import io.shiplift.mover.Depth;
import io.shiplift.mover.Hash;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.VerifyJob;
import io.shiplift.mover.work.Report;
import io.shiplift.mover.work.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Compares a target with its source, each as it is at one moment, both at the same time.
 */
public final class Verify {

	/** How long rows that differ are looked for, in milliseconds. */
	private static final long FAST = 60_000;

	private static final long DEEP = 1_800_000;

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
			try (Snapshot live = Snapshot.of(this.job.source()); Snapshot target = Snapshot.of(this.job.target())) {
				return conclude(source, read(null, target).getLast(), invariants(live, target, false), List.of());
			}
		}
		try (Snapshot source = Snapshot.of(this.job.source()); Snapshot target = Snapshot.of(this.job.target())) {
			List<Fingerprint> both = read(source, target);
			List<String> rows = rows(both, source, target);
			return conclude(both.getFirst(), both.getLast(), invariants(source, target, true), rows);
		}
	}

	private List<Fingerprint> read(@Nullable Snapshot source, Snapshot target) {
		List<FingerprintReader> readers = ((source != null) ? List.of(source, target) : List.of(target)).stream()
			.map((snapshot) -> new FingerprintReader(snapshot, hash(), this.job.workers()))
			.toList();
		long bytes = Sides.both(readers, (reader) -> reader.look((table) -> true)).stream().mapToLong((it) -> it).sum();
		this.report.begin("compare", "Comparing every row, " + Report.amount(bytes) + " on both sides", bytes);
		return Sides.both(readers,
				(reader) -> reader.hash((table, some) -> this.report.item("Compared " + table, table, some, 0)));
	}

	/**
	 * The deep way is by text, as some values that are called equal are spelled in two
	 * ways.
	 */
	private Hash hash() {
		return (this.job.depth() == Depth.DEEP && this.job.fingerprint() == null) ? Hash.TEXT : this.job.hash();
	}

	private List<String> rows(List<Fingerprint> both, Snapshot source, Snapshot target) {
		List<Comparison.Table> tables = new Differences(both.getFirst(), both.getLast()).tables();
		if (tables.stream().allMatch(Comparison.Table::equal)) {
			return List.of();
		}
		this.report.begin("rows that differ", "Looking for the rows that differ", 0);
		return new DifferingRows(source, target, (this.job.depth() == Depth.DEEP) ? DEEP : FAST).name(tables);
	}

	/** A source that lives on may answer otherwise than at the moment of the copy. */
	private List<Comparison.Answer> invariants(Snapshot source, Snapshot target, boolean still) {
		if (!this.job.invariants().isEmpty()) {
			this.report.begin("questions", "Asking your own questions on both sides", 0);
		}
		return Invariants.ask(this.job.invariants(), source, target)
			.stream()
			.map((answer) -> (still || answer.equal()) ? answer : answer.ofALivingSource())
			.toList();
	}

	private Comparison conclude(Fingerprint source, Fingerprint target, List<Comparison.Answer> answers,
			List<String> rows) {
		Differences differences = new Differences(source, target);
		List<String> sentences = new ArrayList<>(differences.sentences());
		answers.stream()
			.filter((answer) -> !answer.equal() && !answer.excused())
			.map((answer) -> "Your question \"" + answer.name() + "\": " + answer.note() + ".")
			.forEach(sentences::add);
		return new Comparison(this.job.depth(), hash(), source.moment(), target.moment(), differences.tables(),
				differences.sequences(), sentences, differences.explained(), answers, rows,
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
