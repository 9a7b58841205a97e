package io.shiplift.check.database;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether copies of the database are in use.
 */
@Component
class FollowersCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("followers", Group.DATABASE, "Followers", Need.DATABASE);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.names(context.database().followers(),
				Finding.warning("The database has followers, which are not planned on AWS.",
						"If reports or other apps read from one, make a read replica on RDS after the"
								+ " move, and point them there."));
	}

}
