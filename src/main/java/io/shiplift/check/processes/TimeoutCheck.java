package io.shiplift.check.processes;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Processes;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether requests may last longer than the load balancer waits.
 */
@Component
class TimeoutCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("timeout", Group.PROCESSES, "Long requests");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.running("--timeout[ =](6[1-9]|[7-9]\\d|\\d{3,}|0)\\b").stream().filter(Processes::web).toList(),
				CheckContext::line,
				Finding.info("The web process lets requests last longer than a minute.",
						"Heroku ends them after 30 seconds, the load balancer after 60 seconds of silence."
								+ " Longer work belongs into a worker."));
	}

}
