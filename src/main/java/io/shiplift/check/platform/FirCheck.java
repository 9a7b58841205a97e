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
 * Whether the app runs on the Kubernetes generation, of which less can be read.
 */
@Component
class FirCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("fir-generation", Group.PLATFORM, "Generation of Heroku", Need.PLATFORM);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(context.source().platform().fir(),
				Finding.warning("The app runs on Heroku's Fir generation.",
						"Its images come from Cloud Native Buildpacks and its logs from telemetry drains."
								+ " Compare what was found here with what you know of the app, line by line."));
	}

}
