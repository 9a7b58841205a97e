package io.shiplift.check.platform;

import java.time.Duration;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether visitors see the maintenance page just now.
 */
@Component
class MaintenanceOnCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("maintenance-on", Group.PLATFORM, "Maintenance mode", Need.PLATFORM)
			.fresh(Duration.ofHours(1));
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(context.source().platform().maintenance(),
				Finding
					.warning("The app is in maintenance mode.",
							"A rehearsal measures nothing useful now, and the cutover would not know how to"
									+ " put things back. Find out why it is on.")
					.run("heroku maintenance:off --app " + context.app().name()));
	}

}
