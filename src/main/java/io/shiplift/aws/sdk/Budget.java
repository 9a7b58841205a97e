package io.shiplift.aws.sdk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.shiplift.outside.OutsideProblem;

/**
 * How many calls one account gets from us in one region. AWS slows everybody down who
 * uses an account that is asked too often, the team's own tools too. Nobody waits here:
 * who comes too early is told when to come again. Looking stops before the rest is used
 * up, so that what was looked at can also be changed.
 */
final class Budget {

	private static final double MOST = 300;

	private static final double PER_SECOND = 5;

	private static final double RESERVE = 30;

	private final Clock clock;

	private double tokens = MOST;

	private Instant filledAt;

	Budget(Clock clock) {
		this.clock = clock;
		this.filledAt = clock.instant();
	}

	/** Takes one call, for looking or for changing something. */
	synchronized void take(boolean reads) {
		Instant now = this.clock.instant();
		double passed = Math.max(0, Duration.between(this.filledAt, now).toMillis() / 1000.0);
		this.tokens = Math.min(MOST, this.tokens + passed * PER_SECOND);
		this.filledAt = now;
		double least = reads ? RESERVE + 1 : 1;
		if (this.tokens < least) {
			long seconds = (long) Math.ceil((least - this.tokens) / PER_SECOND);
			throw new OutsideProblem(OutsideProblem.Kind.TRANSIENT,
					"Shiplift asks this AWS account only so often, to leave its limits to your own tools."
							+ " It goes on in " + seconds + " s.",
					Duration.ofSeconds(seconds));
		}
		this.tokens--;
	}

}
