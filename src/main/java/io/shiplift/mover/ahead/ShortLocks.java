package io.shiplift.mover.ahead;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.shiplift.mover.MoverProblem;
import io.shiplift.mover.SqlSentences;

/**
 * Changes tables that an application is using. Each try waits for its lock only for a
 * moment, as others queue behind it, and then lets them go first.
 */
final class ShortLocks {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final String WAIT = "set local lock_timeout = '150ms'";

	private static final long LONGEST_PAUSE = 1000;

	/** Lock not available, deadlock. */
	private static final Set<String> BUSY = Set.of("55P03", "40P01");

	private final Link link;

	private long longestNanos;

	ShortLocks(Link link) {
		this.link = link;
	}

	/** Runs the statements in one transaction. */
	void run(String table, List<String> statements) {
		long start = System.nanoTime();
		for (int attempt = 1; !attempt(statements); attempt++) {
			if (System.nanoTime() - start > PATIENCE.toNanos()) {
				throw new MoverProblem("Table " + table + " has been in use by a long transaction for "
						+ PATIENCE.toSeconds() + " seconds" + oldest()
						+ ". The application was not held up. Try again when that transaction has ended.");
			}
			long pause = ThreadLocalRandom.current().nextLong(50, Math.min(LONGEST_PAUSE, 100L + 50L * attempt));
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
		}
	}

	/** The longest time that a table was locked or waited for, in milliseconds. */
	long longestMillis() {
		return (this.longestNanos + 999_999) / 1_000_000;
	}

	private boolean attempt(List<String> statements) {
		List<String> all = new ArrayList<>(List.of("begin", WAIT));
		all.addAll(statements);
		all.add("commit");
		long start = System.nanoTime();
		try {
			this.link.run(all.toArray(String[]::new));
			return true;
		}
		catch (MoverProblem ex) {
			this.link.run("rollback");
			if (ex.getCause() instanceof SQLException cause && BUSY.contains(SqlSentences.state(cause))) {
				return false;
			}
			throw ex;
		}
		finally {
			this.longestNanos = Math.max(this.longestNanos, System.nanoTime() - start);
		}
	}

	private String oldest() {
		String seconds = this.link.text("""
				select coalesce(extract(epoch from max(now() - xact_start))::bigint::text, '') from pg_stat_activity
				where datname = current_database() and pid <> pg_backend_pid()""");
		return seconds.isEmpty() ? "" : " (the oldest is open for " + seconds + " s)";
	}

}
