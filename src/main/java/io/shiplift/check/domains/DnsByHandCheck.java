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
 * Whether a person has to change records in the window.
 */
@Component
class DnsByHandCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("dns-by-hand", Group.DOMAINS, "Who changes DNS", Need.NAMES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.hostNames()
					.stream()
					.filter((name) -> !name.dns().provider().matches("(?i)|.*(route ?53|amazon|cloudflare).*"))
					.toList(),
				(name) -> name.name() + " at " + name.dns().provider(),
				Finding.info("DNS of these names lies with a provider that is changed by hand.",
						"Somebody with its password has to be there during the window. Try the login before."));
	}

}
