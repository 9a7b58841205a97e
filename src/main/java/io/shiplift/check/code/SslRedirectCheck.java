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
 * Whether the health check is sent away.
 */
@Component
class SslRedirectCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("ssl-redirect", Group.CODE, "Redirect to HTTPS", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Changes.judge(context, "redirect-exemption");
	}

}
