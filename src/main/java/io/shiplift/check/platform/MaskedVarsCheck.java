package io.shiplift.check.platform;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether Heroku hides values that somebody must type.
 */
@Component
class MaskedVarsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("masked-vars", Group.CONFIG, "Hidden config vars");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.names(context.app().masked(),
				Finding.warning("Heroku does not tell the values of these config vars.",
						"Somebody who knows them has to type them before the preparation; without them"
								+ " they are missing on AWS."));
	}

}
