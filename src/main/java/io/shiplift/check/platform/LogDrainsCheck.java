package io.shiplift.check.platform;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether log lines are sent elsewhere.
 */
@Component
class LogDrainsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("log-drains", Group.PLATFORM, "Log drains");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.names(context.source().traffic().drains(),
				Finding.info("Heroku sends the app's log lines elsewhere.",
						"On AWS they go to CloudWatch Logs. Tell whoever reads them, or forward the log"
								+ " group with a subscription."));
	}

}
