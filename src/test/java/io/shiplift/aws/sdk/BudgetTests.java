package io.shiplift.aws.sdk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import io.shiplift.outside.OutsideProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for the number of calls that an account gets.
 */
class BudgetTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));

	private final Budget budget = new Budget(new Clock() {

		@Override
		public Instant instant() {
			return BudgetTests.this.now.get();
		}

		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	});

	@Test
	void lookingLeavesSomethingForChanging() {
		assertThat(taken(true)).isEqualTo(270);
		assertThat(taken(false)).isEqualTo(30);
	}

	@Test
	void comesBackWithTimeAndSaysWhen() {
		taken(true);
		OutsideProblem problem = catchThrowableOfType(OutsideProblem.class, () -> this.budget.take(true));
		assertThat(problem.kind()).isEqualTo(OutsideProblem.Kind.TRANSIENT);
		assertThat(problem.getMessage()).endsWith("It goes on in 1 s.");
		this.now.updateAndGet((instant) -> instant.plus(Duration.ofSeconds(10)));
		assertThat(taken(true)).isEqualTo(50);
		this.now.updateAndGet((instant) -> instant.plus(Duration.ofDays(1)));
		assertThat(taken(true)).isEqualTo(270);
	}

	private int taken(boolean reads) {
		int taken = 0;
		while (catchThrowableOfType(OutsideProblem.class, () -> this.budget.take(reads)) == null) {
			taken++;
		}
		return taken;
	}

}
