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
 * Whether visitors stay with one dyno.
 */
@Component
class SessionAffinityCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("session-affinity", Group.PLATFORM, "Session affinity", Need.PLATFORM);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(context.source().platform().features().contains("http-session-affinity"),
				Finding.warning("Session affinity is on: each visitor stays with one dyno.",
						"Find out what the app keeps in memory or on disk per visitor. Move it to the"
								+ " database or cache, or switch stickiness on at the load balancer after the"
								+ " preparation."));
	}

}
