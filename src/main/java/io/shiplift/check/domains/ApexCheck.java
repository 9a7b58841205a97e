package io.shiplift.check.domains;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether a name can point to a load balancer at all.
 */
@Component
class ApexCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("apex", Group.DOMAINS, "Names without www", Need.NAMES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.hostNames()
					.stream()
					.filter((name) -> name.name().equals(name.dns().zone()) && !name.dns()
						.provider()
						.matches("(?i)|.*(route ?53|amazon|cloudflare|dnsimple|dns made easy|ns1|gandi).*"))
					.toList(),
				(name) -> name.name() + " at " + name.dns().provider(),
				Finding.warning(
						"These names have no label before their zone, so they cannot be a CNAME, and load"
								+ " balancers have no fixed address.",
						"Ask whether the provider has ALIAS or ANAME records. If not, move the zone to"
								+ " Route 53 or Cloudflare days before, or redirect the name to www."));
	}

}
