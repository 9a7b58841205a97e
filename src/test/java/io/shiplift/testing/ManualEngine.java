package io.shiplift.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Background work without a background: a clock that is set by hand, and a scheduler that
 * runs only when told. Use with {@code db-scheduler.enabled=false}.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ManualEngine {

	@Bean
	SettableClock schedulerClock() {
		SettableClock clock = new SettableClock();
		clock.set(Instant.parse("2026-11-21T08:00:00Z"));
		return clock;
	}

	@Bean
	@Primary
	Clock manualClock(SettableClock clock) {
		return new Clock() {

			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return clock.now();
			}

		};
	}

	@Bean
	ManualScheduler manualScheduler(DataSource dataSource, List<Task<?>> tasks, SettableClock clock) {
		return TestHelper.createManualScheduler(new TransactionAwareDataSourceProxy(dataSource), tasks)
			.clock(clock)
			.build();
	}

	@Bean
	Driver driver(ManualScheduler scheduler, SettableClock clock) {
		return new Driver(scheduler, clock);
	}

	/** Drives due work, letting time jump to the next thing that is due. */
	public static final class Driver {

		private final ManualScheduler scheduler;

		private final SettableClock clock;

		Driver(ManualScheduler scheduler, SettableClock clock) {
			this.scheduler = scheduler;
			this.clock = clock;
		}

		public void runDue() {
			this.scheduler.runAnyDueExecutions();
		}

		public void tick(Duration time) {
			this.clock.tick(time);
		}

		/**
		 * Runs until nothing is scheduled any more, or the limit of jumps in time is
		 * reached.
		 */
		public void runUntilIdle(int maxJumps) {
			for (int jump = 0; jump < maxJumps; jump++) {
				this.scheduler.runAnyDueExecutions();
				Optional<Instant> next = next(this.scheduler);
				if (next.isEmpty()) {
					return;
				}
				if (next.get().isAfter(this.clock.now())) {
					this.clock.set(next.get());
				}
			}
		}

		private static Optional<Instant> next(SchedulerClient scheduler) {
			return scheduler.getScheduledExecutions()
				.stream()
				.map(ScheduledExecution::getExecutionTime)
				.min(Instant::compareTo);
		}

	}

}
