package io.shiplift.check.platform;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether parts of the app could not be looked at.
 */
@Component
class GapsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("gaps", Group.PLATFORM, "What we may not see");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.names(context.source().gaps(),
				Finding.warning("Some parts of the app could not be looked at.",
						"What hides there is missing in the plan. Give the connection the right it lacks,"
								+ " or fill in by hand what you know."));
	}

}
