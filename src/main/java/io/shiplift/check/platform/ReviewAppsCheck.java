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
 * Whether apps for pull requests hang on the same pipeline.
 */
@Component
class ReviewAppsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("review-apps", Group.PLATFORM, "Review apps", Need.DELIVERY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.source()
					.delivery()
					.stages()
					.stream()
					.filter((stage) -> "review".equals(stage.stage()))
					.toList(),
				(stage) -> stage.pipeline() + ": " + stage.app(),
				Finding.info("The pipeline has review apps.",
						"They stay on Heroku and break when an add-on that they share goes. Decide what"
								+ " becomes of them before you leave Heroku."));
	}

}
