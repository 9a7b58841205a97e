package io.shiplift.heroku.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

import io.shiplift.credentials.Leave;
import io.shiplift.outside.OutsideProblem;

/**
 * How many requests one account's token may be used for. Heroku gives 4,500 an hour and
 * refills 75 a minute, which the team's own tools need too: looking stops before the rest
 * is used up, an approved change does not.
 */
final class Budget {

	/** At the same time. */
	private static final int AT_ONCE = 10;

	private static final double MOST = 600;

	private static final double PER_SECOND = 1;

	/** What Heroku gives in an hour. */
	private static final double THEIRS = 4500;

	/** Heroku's own refill. */
	private static final double THEIRS_PER_SECOND = 75 / 60.0;

	private static final int RESERVE = 200;

	private final Semaphore places = new Semaphore(AT_ONCE, true);

	private final Clock clock;

	private double tokens = MOST;

	private Instant filledAt;

	private double left = THEIRS;

	private Instant leftAt;

	Budget(Clock clock) {
		this.clock = clock;
		this.filledAt = clock.instant();
		this.leftAt = this.filledAt;
	}

	/** Waits for a place and takes one request. */
	void begin(Leave leave) {
		take(leave);
		this.places.acquireUninterruptibly();
	}

	void end() {
		this.places.release();
	}

	/** Heroku said how many requests are left. */
	synchronized void observe(int remaining) {
		this.left = remaining;
		this.leftAt = this.clock.instant();
	}

	/** What Heroku would allow just now, as far as known. */
	synchronized int left() {
		return (int) Math.min(THEIRS, this.left + seconds(this.leftAt, this.clock.instant()) * THEIRS_PER_SECOND);
	}

	private synchronized void take(Leave leave) {
		Instant now = this.clock.instant();
		this.tokens = Math.min(MOST, this.tokens + seconds(this.filledAt, now) * PER_SECOND);
		this.filledAt = now;
		if (leave != Leave.CHANGE && (this.tokens < 1 || left() < RESERVE)) {
			throw new OutsideProblem(OutsideProblem.Kind.TRANSIENT,
					"Shiplift leaves the rest of this Heroku account's requests in this hour to your own tools. Try again in "
							+ wait(now) + " minutes.");
		}
		this.tokens = Math.max(0, this.tokens - 1);
	}

	private long wait(Instant now) {
		double missing = Math.max((RESERVE - left()) / THEIRS_PER_SECOND, (1 - this.tokens) / PER_SECOND);
		return Math.max(1, Duration.between(now, now.plusSeconds((long) missing + 59)).toMinutes());
	}

	private static double seconds(Instant from, Instant to) {
		return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
	}

}
