package io.shiplift.execution;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks every half minute after what finished steps left running. Each time one node does
 * it.
 */
@Configuration(proxyBeanMethods = false)
class TendTask {

	@Bean
	Task<Void> tendSteps(StepTender tender) {
		return Tasks.recurring("tend-steps", FixedDelay.ofSeconds(30)).execute((instance, context) -> tender.tend());
	}

}
