package io.shiplift.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.shiplift.mover.Comparison;
import io.shiplift.mover.Hash;
import io.shiplift.mover.verify.Differences;
import io.shiplift.mover.verify.Fingerprint;
import io.shiplift.mover.verify.FingerprintReader;

import org.springframework.stereotype.Component;

/**
 * Proves that a target equals its source, table by table and value by value. Schema
 * {@code _heroku}, which stays behind, does not count.
 */
@Component
public class DatabaseComparison {

	/**
	 * An outcome that nobody fetched in time says nothing of the databases as they are
	 * now.
	 */
	private static final Duration FRESH = Duration.ofSeconds(60);

	private static final Duration SILENCE = Duration.ofMinutes(30);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final DataMove move;

	private final Clock clock;

	private final Map<String, CompletableFuture<Outcome>> begun = new ConcurrentHashMap<>();

	DatabaseComparison(DataMove move, Clock clock) {
		this.move = move;
		this.clock = clock;
	}

	/**
	 * The same as {@link #compare} in the background: empty while it goes on, for those
	 * who come back later. The outcome is given once. After a restart it begins anew.
	 */
	public Optional<Comparison> comeBackFor(String key, DatabaseAddress source, DatabaseAddress target) {
		return comeBackFor(key, () -> compare(source, target));
	}

	/** The same as {@link #compareWithCopy} in the background. */
	public Optional<Comparison> comeBackForCopy(String token, DatabaseAddress target) {
		return comeBackFor("copy-" + token, () -> compareWithCopy(token, target));
	}

	/** Compares two databases as they are now; nobody should write to the source. */
	public Comparison compare(DatabaseAddress source, DatabaseAddress target) {
		long start = System.nanoTime();
		boolean sameVersion = DataMove.major(source) == DataMove.major(target);
		try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<Fingerprint> sourcePrint = both.submit(() -> read(source, sameVersion));
			Fingerprint targetPrint = read(target, sameVersion);
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
		boolean sameVersion = snapshot.lines().getFirst().contains(Hash.VALUES.name());
		return conclude(Fingerprint.parse(snapshot.lines().subList(1, snapshot.lines().size())),
				read(target, sameVersion), sameVersion, start);
	}

	private static Fingerprint read(DatabaseAddress address, boolean sameVersion) {
		try (Connection session = address.connect(SILENCE)) {
			session.setAutoCommit(false);
			session.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			session.setReadOnly(true);
			return Fingerprint.parse(FingerprintReader.read(session, sameVersion ? Hash.VALUES : Hash.TEXT));
		}
		catch (SQLException ex) {
			throw SqlProblems.of("Reading " + address, address, ex);
		}
	}

	private Optional<Comparison> comeBackFor(String key, Supplier<Comparison> work) {
		CompletableFuture<Outcome> future = this.begun.compute(key,
				(_, known) -> (known != null && !stale(known)) ? known : begin(work));
		try {
			Outcome outcome = future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			this.begun.remove(key, future);
			return Optional.of(outcome.comparison());
		}
		catch (TimeoutException ex) {
			return Optional.empty();
		}
		catch (ExecutionException ex) {
			this.begun.remove(key, future);
			throw problem(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	private CompletableFuture<Outcome> begin(Supplier<Comparison> work) {
		return CompletableFuture.supplyAsync(() -> new Outcome(work.get(), this.clock.instant()),
				(task) -> Thread.ofVirtual().name("comparison").start(task));
	}

	private boolean stale(CompletableFuture<Outcome> future) {
		return future.state() == Future.State.FAILED || future.state() == Future.State.SUCCESS
				&& future.resultNow().at().plus(FRESH).isBefore(this.clock.instant());
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
			throw problem(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static RuntimeException problem(ExecutionException ex) {
		return (ex.getCause() instanceof RuntimeException problem) ? problem : new IllegalStateException(ex);
	}

	/**
	 * A finished comparison and when it was finished.
	 */
	private record Outcome(Comparison comparison, Instant at) {

	}

}
