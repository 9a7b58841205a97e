package io.shiplift.data;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.springframework.stereotype.Component;

/**
 * Proves that a target equals its source, table by table and value by value. Schema
 * {@code _heroku}, which stays behind, does not count.
 */
@Component
public class DatabaseComparison {

	private final DataMove move;

	DatabaseComparison(DataMove move) {
		this.move = move;
	}

	/** Compares two databases as they are now; nobody should write to the source. */
	public Comparison compare(DatabaseAddress source, DatabaseAddress target) {
		long start = System.nanoTime();
		FingerprintReader left = new FingerprintReader(source);
		FingerprintReader right = new FingerprintReader(target);
		boolean sameVersion = left.major() == right.major();
		try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Fingerprint> sourcePrint = both.submit(() -> left.read(!sameVersion));
			Fingerprint targetPrint = right.read(!sameVersion);
			return conclude(of(sourcePrint), targetPrint, sameVersion, start);
		}
	}

	/**
	 * Compares a target with what its source was at the moment of the copy, so that
	 * writes since then do not count.
	 */
	public Comparison compareWithCopy(String token, DatabaseAddress target) {
		long start = System.nanoTime();
		MoveSnapshot snapshot = this.move.snapshot(token);
		FingerprintReader right = new FingerprintReader(target);
		boolean sameVersion = snapshot.sameVersion();
		return conclude(Fingerprint.parse(snapshot.lines()), right.read(!sameVersion), sameVersion, start);
	}

	private static Comparison conclude(Fingerprint source, Fingerprint target, boolean sameVersion, long start) {
		Differences differences = new Differences(source, target, sameVersion);
		List<Comparison.Table> tables = differences.tables();
		long rows = tables.stream().mapToLong(Comparison.Table::sourceRows).sum();
		return new Comparison(tables, source.positions().size(), differences.sentences(), rows,
				Duration.ofNanos(System.nanoTime() - start).toMillis());
	}

	private static Fingerprint of(Future<Fingerprint> future) {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException problem) {
				throw problem;
			}
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
