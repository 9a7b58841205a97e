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
 * Whether names lead to Heroku at all.
 */
@Component
class PointsElsewhereCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("points-elsewhere", Group.DOMAINS, "Where names point", Need.NAMES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.hostNames()
					.stream()
					.filter((name) -> !name.name().startsWith("*.") && !name.dns().records().isEmpty()
							&& !name.pointsToHeroku())
					.toList(),
				(name) -> name.name() + ": " + name.dns().records(),
				Finding.warning("These names do not point to Heroku directly.",
						"A CDN or proxy stands before it, or they are not in use. Find out where the"
								+ " origin is set: there the cutover has to switch, not in DNS."));
	}

}
