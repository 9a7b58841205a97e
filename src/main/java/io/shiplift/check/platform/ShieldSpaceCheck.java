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
 * Whether rules for sensitive data hold for the app.
 */
@Component
class ShieldSpaceCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("shield-space", Group.PLATFORM, "Shield Space", Need.PLATFORM);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(context.source().platform().shield(),
				Finding.blocker(
						"The app runs in a Shield Space, so rules for sensitive data (such as HIPAA or"
								+ " PCI) are likely to hold for it.",
						"Ask whoever is responsible whether AWS is covered by an agreement, and whether"
								+ " the data may be copied by this tool. Then accept this with their name."));
	}

}
