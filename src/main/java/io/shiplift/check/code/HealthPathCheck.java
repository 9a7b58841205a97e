package io.shiplift.check.code;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.repository.Topic;

import org.springframework.stereotype.Component;

/**
 * Whether a page tells that the app is well.
 */
@Component
class HealthPathCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("health-path", Group.CODE, "Health path", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		String chosen = context.answers().value("health", "path");
		String known = context.scan().value(Topic.HEALTH_PATH);
		if (known.isEmpty()) {
			return Verdict.of(Finding.info("The code has no page that is meant for health checks.",
					"The page in the plan is asked every few seconds by each load balancer node. Add a"
							+ " light one that answers 200 without a login."));
		}
		return Verdict.when(!chosen.isEmpty() && !chosen.equals(known),
				Finding
					.info("The plan asks " + chosen + ", the code has " + known + " for this.",
							"Take the one that is made for it, in the question about the health page.")
					.seen(context.scan().all(Topic.HEALTH_PATH).stream().map(CheckContext::place).toList()));
	}

}
