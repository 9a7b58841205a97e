package io.shiplift.execution;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.shiplift.migration.FileSweep;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sweeps files that nothing needs any more, every hour. Each time one node does it, for
 * its own disk.
 */
@Configuration(proxyBeanMethods = false)
class SweepTask {

	@Bean
	Task<Void> sweepFiles(FileSweep files) {
		return Tasks.recurring("sweep-files", FixedDelay.ofHours(1)).execute((instance, context) -> files.sweep());
	}

}
