package io.shiplift.check.config;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.repository.Topic;

import org.springframework.stereotype.Component;

/**
 * Whether the code reads variables that are empty on AWS.
 */
@Component
class HerokuVariablesCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("heroku-variables", Group.CONFIG, "Variables that only Heroku sets", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(context.scan().all(Topic.HEROKU_VARIABLE), CheckContext::place,
				Finding.warning("The code reads variables that only Heroku sets.",
						"They are empty on AWS. Set them as plain config vars of your own where the code"
								+ " needs them (a release number, the app's name), or take the lines out."));
	}

}
