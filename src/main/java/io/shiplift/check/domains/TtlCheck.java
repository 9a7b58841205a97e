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
 * Whether the world remembers old addresses for long.
 */
@Component
class TtlCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("ttl", Group.DOMAINS, "Time to live", Need.NAMES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(context.hostNames().stream().filter((name) -> name.dns().ttl() > 300).toList(),
				(name) -> name.name() + ": " + name.dns().ttl() + " s",
				Finding.warning("DNS remembers these names for more than five minutes.",
						"After the switch visitors come to Heroku for as long. Lower it to 60 seconds at"
								+ " least one old time to live before the cutover."));
	}

}
