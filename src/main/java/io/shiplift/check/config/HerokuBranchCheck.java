package io.shiplift.check.config;

import io.shiplift.check.Changes;
import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether settings of production apply only where Heroku is.
 */
@Component
class HerokuBranchCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("heroku-branch", Group.CONFIG, "Settings that ask for Heroku", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Changes.judge(context, "heroku-branch");
	}

}
