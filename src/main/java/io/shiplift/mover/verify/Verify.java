package io.shiplift.mover.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.shiplift.mover.Comparison;
import io.shiplift.mover.Depth;
import io.shiplift.mover.Hash;
import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.VerifyJob;
import io.shiplift.mover.work.Meanwhile;
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

	private final ProvedBefore before;

	private final long start = System.nanoTime();

	public Verify(VerifyJob job, Report report) {
		this(job, report, (kept, source, target) -> ProvedBefore.Part.none(""));
	}

	public Verify(VerifyJob job, Report report, ProvedBefore before) {
		this.job = job;
		this.report = report;
		this.before = before;
	}

	public Comparison run() {
		this.report.begin("look", "Looking at both databases", 0);
		String file = this.job.fingerprint();
		Fingerprint kept = (file != null) ? kept(Path.of(file)) : null;
		List<Snapshot> sides = Sides.both(List.of(this.job.source(), this.job.target()), Snapshot::of);
		try (Snapshot source = sides.getFirst(); Snapshot target = sides.getLast()) {
			Supplier<ProvedBefore.Part> part = () -> this.before.of(kept, source, target);
			return (kept != null) ? then(kept, source, target, part) : now(source, target, part);
		}
	}

	private Comparison then(Fingerprint kept, Snapshot source, Snapshot target, Supplier<ProvedBefore.Part> before) {
		Read read = read(List.of(target), before);
		return conclude(kept, read.sides().getFirst(), answers(kept, source, target), List.of(), read.before());
	}

	private Comparison now(Snapshot source, Snapshot target, Supplier<ProvedBefore.Part> before) {
		Read read = read(List.of(source, target), before);
		List<Fingerprint> both = read.sides();
		if (!both.getLast().foreign().isEmpty()) {
			return now(source, target, () -> read.before().without(both.getLast().foreign().keySet()));
		}
		List<String> rows = rows(both, source, target);
		return conclude(both.getFirst(), both.getLast(), answers(null, source, target), rows, read.before());
	}

	/**
	 * The target is the last of them. What was proved before is looked up meanwhile.
	 */
	private Read read(List<Snapshot> sides, Supplier<ProvedBefore.Part> before) {
		Meanwhile<ProvedBefore.Part> proved = Meanwhile.begin(before);
		List<FingerprintReader> readers = sides.stream()
			.map((side) -> new FingerprintReader(side, hash(), this.job.workers()))
			.toList();
		long bytes = Sides.both(readers, (reader) -> reader.look((table) -> true)).stream().mapToLong((it) -> it).sum();
		ProvedBefore.Part part = proved.get();
		readers
			.forEach((reader) -> reader.counting(part.tables(), (reader == readers.getLast()) ? part.foreign() : null));
		this.report.begin("compare",
				(part.tables().isEmpty() ? "Comparing every row, " : "Comparing what was not proved before, ")
						+ Report.amount(bytes) + " on both sides",
				bytes);
		List<Fingerprint> read = Sides.both(readers,
				(reader) -> reader.hash((table, some) -> this.report.item("Compared " + table, table, some, 0)));
		if (read.size() > 1) {
			part.source().forEach(read.getFirst()::add);
		}
		part.target().forEach(read.getLast()::add);
		return new Read(read, part);
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

	private List<Comparison.Answer> answers(@Nullable Fingerprint kept, Snapshot source, Snapshot target) {
		if (!this.job.invariants().isEmpty()) {
			this.report.begin("questions", "Asking your own questions on both sides", 0);
		}
		return Invariants.ask(this.job.invariants(), kept, source, target);
	}

	private Comparison conclude(Fingerprint source, Fingerprint target, List<Comparison.Answer> answers,
			List<String> rows, ProvedBefore.Part part) {
		Differences differences = new Differences(source, target);
		List<String> sentences = new ArrayList<>(differences.sentences());
		answers.stream()
			.filter((answer) -> !answer.equal() && !answer.excused())
			.map((answer) -> "Your question \"" + answer.name() + "\": " + answer.note() + ".")
			.forEach(sentences::add);
		return new Comparison(this.job.depth(), hash(), source.moment(), target.moment(), differences.tables(),
				differences.sequences(), sentences, differences.explained(), answers, rows,
				(System.nanoTime() - this.start) / 1_000_000, Basis.of(part, source));
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

	/** The fingerprints of the sides, and what of them was proved before. */
	private record Read(List<Fingerprint> sides, ProvedBefore.Part before) {

	}

}
