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
 * Whether process types are not in use.
 */
@Component
class IdleProcessesCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("idle-processes", Group.PROCESSES, "Idle processes");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context
					.processes((process) -> process.quantity() == 0 && !Processes.web(process)
							&& !"release".equals(process.type()))
					.toList(),
				CheckContext::line,
				Finding.info("These process types are scaled to zero on Heroku.",
						"On Beanstalk every line of the Procfile runs on every machine. Take those out"
								+ " that must not run."));
	}

}
