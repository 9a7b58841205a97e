package io.shiplift.check.files;

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
 * Whether somebody serves styles and scripts.
 */
@Component
class StaticFilesCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("static-files", Group.FILES, "Static files", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(context.scan().value(Topic.STATIC_FILES).matches("none|django"),
				Finding
					.warning("Nothing serves the static files in production.",
							"Use WhiteNoise, or let Beanstalk's proxy serve the folder of STATIC_ROOT"
									+ " (aws:elasticbeanstalk:environment:proxy:staticfiles).")
					.seen(context.scan().all(Topic.STATIC_FILES).stream().map(CheckContext::place).toList()));
	}

}
