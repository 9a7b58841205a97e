package io.shiplift.execution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.shiplift.migration.StepReleased;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Connects step runs to db-scheduler: a released step run becomes a row in the
 * transaction that released it, and a row leads to one slice of work on one node.
 */
@Configuration(proxyBeanMethods = false)
class StepTasks {

	static final TaskDescriptor<Void> ADVANCE = TaskDescriptor.of("advance-step");

	private static final Duration AFTER_BREAKDOWN = Duration.ofSeconds(5);

	@Bean
	Task<Void> advanceStep(StepRunner runner, Clock clock) {
		return Tasks.custom(ADVANCE)
			.onFailure((complete, operations) -> operations.reschedule(complete, clock.instant().plus(AFTER_BREAKDOWN)))
			.onDeadExecutionRevive()
			.execute((instance, context) -> {
				String wakeUp = instance.getId();
				long stepRunId = Long.parseLong(wakeUp.substring(0, wakeUp.indexOf('.')));
				return next(runner.run(stepRunId, wakeUp, context.getExecution().pickedBy));
			});
	}

	private static CompletionHandler<Void> next(Optional<Instant> lookAgain) {
		return lookAgain
			.<CompletionHandler<Void>>map((at) -> (complete, operations) -> operations.reschedule(complete, at))
			.orElseGet(CompletionHandler.OnCompleteRemove::new);
	}

	@Bean
	WakeUps wakeUps(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
		return new WakeUps(scheduler, clock);
	}

	/**
	 * Several nodes may run on one host, so the host's name alone does not tell them
	 * apart.
	 */
	@Bean
	DbSchedulerCustomizer nodeName() {
		return new DbSchedulerCustomizer() {

			@Override
			public Optional<SchedulerName> schedulerName() {
				return Optional.of(new SchedulerName.Fixed(
						new SchedulerName.Hostname().getName() + "-" + ProcessHandle.current().pid()));
			}

		};
	}

	/** Hears of released step runs, in the transaction that releases them. */
	static class WakeUps {

		private final ObjectProvider<SchedulerClient> scheduler;

		private final Clock clock;

		WakeUps(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
			this.scheduler = scheduler;
			this.clock = clock;
		}

		@EventListener
		void on(StepReleased released) {
			this.scheduler.getObject()
				.scheduleIfNotExists(ADVANCE.instance(released.wakeUp()).scheduledTo(this.clock.instant()));
		}

	}

}
