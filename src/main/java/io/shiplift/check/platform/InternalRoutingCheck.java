package io.shiplift.check.platform;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether the app is closed to the public, which its load balancer on AWS is not.
 */
@Component
class InternalRoutingCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("internal-routing", Group.PLATFORM, "Internal routing", Need.PLATFORM);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(context.source().platform().internalRouting(),
				Finding.blocker(
						"On Heroku only its own network reaches the app. The planned load balancer on AWS"
								+ " is open to everybody.",
						"Do not move it like this unless the app asks everybody for a password; otherwise"
								+ " change its load balancer to an internal one after the preparation."));
	}

}
