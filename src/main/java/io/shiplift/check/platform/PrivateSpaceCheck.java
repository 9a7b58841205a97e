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
 * Whether the app runs in a private network.
 */
@Component
class PrivateSpaceCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("private-space", Group.PLATFORM, "Private Space", Need.PLATFORM);
	}

	@Override
	public Verdict judge(CheckContext context) {
		String space = context.source().platform().space();
		return Verdict.when(context.source().platform().inPrivateSpace(),
				Finding.warning("The app runs in the Private Space " + space + ".",
						"Its database may be closed to us, partners may know its outgoing addresses, and"
								+ " it may reach networks of yours. List these ways and build them on AWS before the"
								+ " rehearsal.")
					.run("heroku spaces:info --space " + space));
	}

}
