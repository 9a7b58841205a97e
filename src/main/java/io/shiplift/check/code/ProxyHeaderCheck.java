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
 * Whether Django knows that visitors came by HTTPS.
 */
@Component
class ProxyHeaderCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("proxy-header", Group.CODE, "HTTPS behind the load balancer", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Changes.judge(context, "proxy-header");
	}

}
