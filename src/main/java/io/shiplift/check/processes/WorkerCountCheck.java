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
 * Whether as many workers run on AWS as on Heroku.
 */
@Component
class WorkerCountCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("worker-count", Group.PROCESSES, "Number of workers");
	}

	@Override
	public Verdict judge(CheckContext context) {
		int machines = Processes.machines(context);
		return Verdict.each(
				context.workers()
					.stream()
					.filter((process) -> !Processes.clock(context, process) && process.quantity() != machines)
					.toList(),
				(process) -> process.type() + ": " + process.quantity() + " on Heroku, " + machines + " on AWS",
				Finding.warning(
						"On Beanstalk each web machine runs every process once, so the number of workers changes.",
						"Set the concurrency of the workers so that the sum fits, or move workers to a"
								+ " target that scales them apart (ECS)."));
	}

}
