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
 * Whether another clock would tick more than once.
 */
@Component
class ClockCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("clock", Group.PROCESSES, "Clock process");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.workers()
					.stream()
					.filter((process) -> process.clock() && !process.beat() && Processes.machines(context) > 1)
					.toList(),
				CheckContext::line,
				Finding.warning(
						"This clock would run on each of the " + Processes.machines(context) + " planned machines.",
						"Its jobs would run as often. Plan one machine, let it take a lock in the"
								+ " database, or move it to a target that runs it once (ECS)."));
	}

}
