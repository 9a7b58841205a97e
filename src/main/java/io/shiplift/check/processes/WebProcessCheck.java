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
 * Whether anything answers visitors.
 */
@Component
class WebProcessCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("web-process", Group.PROCESSES, "Web process");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(context.processes(Processes::web).findAny().isEmpty(),
				Finding
					.blocker("The app has no web process, but the planned environment waits for one that answers.",
							"Add a web line to the Procfile and deploy it, if only to answer the health check.")
					.seen(context.processes((process) -> true).map(CheckContext::line).toList()));
	}

}
