package io.shiplift.check.code;

import io.shiplift.check.Changes;
import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether forms are refused behind the load balancer.
 */
@Component
class TrustedOriginsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("trusted-origins", Group.CODE, "Trusted origins", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Changes.judge(context, "csrf-origins");
	}

}
