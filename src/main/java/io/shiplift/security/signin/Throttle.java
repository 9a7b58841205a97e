package io.shiplift.security.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Slows guessing down. Each wrong password lengthens the wait for this account from this
 * address, for the address, and, more mildly so that nobody can lock a colleague out, for
 * the account from everywhere. It is kept in memory, on each node.
 */
@Component
class Throttle {

	private static final Duration MEMORY = Duration.ofMinutes(30);

	private static final int MOST_KEYS = 50_000;

	private final Map<String, Failures> failures = new LinkedHashMap<>();

	private final Clock clock;

	Throttle(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Asks to try a password. Zero means go ahead, and the try counts as failed until
	 * {@link #passed} says otherwise, so that many tries at once do not slip through.
	 */
	synchronized Duration attempt(String account, String address) {
		Instant now = this.clock.instant();
		List<Key> keys = keys(account, address);
		Duration wait = keys.stream()
			.map((key) -> key.wait(this.failures.get(key.name()), now))
			.reduce(Duration.ZERO, (one, other) -> (one.compareTo(other) > 0) ? one : other);
		if (wait.isZero()) {
			keys.forEach((key) -> count(key.name(), now));
			sweep(now);
		}
		return wait;
	}

	/**
	 * The password was right: forgets the account here, and takes back what was counted
	 * elsewhere.
	 */
	synchronized void passed(String account, String address) {
		for (Key key : keys(account, address)) {
			if (key.pair()) {
				this.failures.remove(key.name());
			}
			else {
				this.failures.computeIfPresent(key.name(),
						(name, seen) -> (seen.count() > 1) ? new Failures(seen.count() - 1, seen.last()) : null);
			}
		}
	}

	private void count(String name, Instant now) {
		Failures seen = this.failures.remove(name);
		boolean old = seen == null || seen.last().plus(MEMORY).isBefore(now);
		this.failures.put(name, new Failures((old || seen == null) ? 1 : seen.count() + 1, now));
	}

	private void sweep(Instant now) {
		Iterator<Failures> oldest = this.failures.values().iterator();
		while (oldest.hasNext()) {
			boolean old = oldest.next().last().plus(MEMORY).isBefore(now);
			if (!old && this.failures.size() <= MOST_KEYS) {
				return;
			}
			oldest.remove();
		}
	}

	private static List<Key> keys(String account, String address) {
		return List.of(new Key(account + " " + address, 5, Duration.ofMinutes(15), true),
				new Key("from " + address, 30, Duration.ofMinutes(5), false),
				new Key("for " + account, 10, Duration.ofMinutes(2), false));
	}

	/**
	 * How often it failed, and when last.
	 */
	private record Failures(int count, Instant last) {
	}

	/**
	 * What is counted, how many failures are free, and the longest wait.
	 */
	private record Key(String name, int free, Duration longest, boolean pair) {

		Duration wait(@Nullable Failures seen, Instant now) {
			if (seen == null || seen.count() < this.free || seen.last().plus(MEMORY).isBefore(now)) {
				return Duration.ZERO;
			}
			Duration step = Duration.ofSeconds(1L << Math.min(seen.count() - this.free, 20));
			Duration delay = (step.compareTo(this.longest) < 0) ? step : this.longest;
			Duration left = Duration.between(now, seen.last().plus(delay));
			return left.isNegative() ? Duration.ZERO : left;
		}

	}

}
