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
 * Whether processes find one another by names that only Heroku has.
 */
@Component
class DnsDiscoveryCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("dns-discovery", Group.PLATFORM, "Names of dynos", Need.PLATFORM);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(context.source().platform().features().contains("spaces-dns-discovery"),
				Finding.warning(
						"DNS service discovery is on: processes may call one another by names under"
								+ " .app.localspace.",
						"These names do not exist on AWS. Look for localspace in the code and in config"
								+ " vars, and give the processes another way."));
	}

}
