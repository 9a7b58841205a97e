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
 * Whether new releases start before old ones stop.
 */
@Component
class PrebootCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("preboot", Group.PLATFORM, "Preboot", Need.PLATFORM);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(context.source().platform().features().contains("preboot"),
				Finding.info("Preboot is on: a new release starts before the old one stops.",
						"Beanstalk's immutable deployments do the same. For some minutes both versions use"
								+ " the same database, as today."));
	}

}
