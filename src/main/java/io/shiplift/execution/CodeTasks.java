package io.shiplift.execution;

import java.time.Clock;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.shiplift.code.CodeRequested;
import io.shiplift.code.CodeWork;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Connects looks at code to db-scheduler: a request becomes a row in the transaction that
 * keeps it, and one node reads.
 */
@Configuration(proxyBeanMethods = false)
class CodeTasks {

	static final TaskDescriptor<Void> READ = TaskDescriptor.of("read-code");

	@Bean
	Task<Void> readCode(CodeWork work) {
		return Tasks.oneTime(READ).execute((instance, context) -> work.run(Long.parseLong(instance.getId())));
	}

	@Bean
	Requests codeRequests(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
		return new Requests(scheduler, clock);
	}

	/** Hears of requests, in the transaction that keeps them. */
	static class Requests {

		private final ObjectProvider<SchedulerClient> scheduler;

		private final Clock clock;

		Requests(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
			this.scheduler = scheduler;
			this.clock = clock;
		}

		@EventListener
		void on(CodeRequested requested) {
			this.scheduler.ifAvailable((client) -> client.scheduleIfNotExists(
					READ.instance(Long.toString(requested.scanId())).scheduledTo(this.clock.instant())));
		}

	}

}
