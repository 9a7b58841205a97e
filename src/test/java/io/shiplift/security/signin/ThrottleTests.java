package io.shiplift.security.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for slowing guesses down.
 */
class ThrottleTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T08:00:00Z"));

	private final InstantSource source = this.now::get;

	private final Throttle throttle = new Throttle(this.source.withZone(ZoneOffset.UTC));

	@Test
	void doesNotMindAFewTypos() {
		for (int i = 0; i < 5; i++) {
			assertThat(this.throttle.attempt("ann", "a")).isZero();
		}
		assertThat(this.throttle.attempt("ann", "a")).isPositive();
	}

	@Test
	void verifiesAtMostFiftyOfTenThousandGuessesInAnHour() {
		assertThat(verified("one", 10_000)).isLessThanOrEqualTo(50);
	}

	@Test
	void verifiesAtMostFiftyEvenFromTenThousandAddresses() {
		int verified = 0;
		for (int i = 0; i < 10_000; i++) {
			verified += this.throttle.attempt("ann", "address" + i).isZero() ? 1 : 0;
			pass(Duration.ofMillis(360));
		}
		assertThat(verified).isLessThanOrEqualTo(50);
	}

	@Test
	void letsNoMoreThroughWhenTheyComeAtOnce() throws Exception {
		AtomicInteger verified = new AtomicInteger();
		try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
			for (int i = 0; i < 500; i++) {
				threads.submit(() -> this.throttle.attempt("ann", "a").isZero() && verified.incrementAndGet() > 0);
			}
		}
		assertThat(verified.get()).isEqualTo(5);
	}

	@Test
	void theRightPasswordForgivesTheTyposBefore() {
		for (int i = 0; i < 100; i++) {
			for (int typo = 0; typo < 3; typo++) {
				this.throttle.attempt("ann", "a");
			}
			pass(Duration.ofMinutes(1));
			assertThat(this.throttle.attempt("ann", "a")).isZero();
			this.throttle.passed("ann", "a");
			pass(Duration.ofMinutes(31));
		}
	}

	@Test
	void aVictimIsKeptOutForTwoMinutesAtMost() {
		for (int i = 0; i < 10_000; i++) {
			this.throttle.attempt("ann", "bad" + i % 7);
		}
		assertThat(this.throttle.attempt("ann", "home")).isLessThanOrEqualTo(Duration.ofMinutes(2));
		pass(Duration.ofMinutes(2));
		assertThat(this.throttle.attempt("ann", "home")).isZero();
	}

	@Test
	void othersDoNotFeelIt() {
		verified("one", 1000);
		assertThat(this.throttle.attempt("ben", "two")).isZero();
	}

	private int verified(String address, int guesses) {
		int verified = 0;
		for (int i = 0; i < guesses; i++) {
			verified += this.throttle.attempt("ann", address).isZero() ? 1 : 0;
			pass(Duration.ofHours(1).dividedBy(guesses));
		}
		return verified;
	}

	private void pass(Duration time) {
		this.now.updateAndGet((instant) -> instant.plus(time));
	}

}
