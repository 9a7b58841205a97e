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
 * Whether the web process may hold connections open.
 */
@Component
class AsgiCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("asgi", Group.PROCESSES, "WebSockets");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.running("\\b(daphne|uvicorn|hypercorn|UvicornWorker)\\b")
					.stream()
					.filter(Processes::web)
					.toList(),
				CheckContext::line,
				Finding.warning("The web process is an ASGI server, so the app may use WebSockets.",
						"Beanstalk's proxy passes them on only with the Upgrade headers set"
								+ " (.platform/nginx/conf.d), and the load balancer closes connections that are"
								+ " silent for 60 seconds. Try one in the preparation."));
	}

}
