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
 * Whether other apps of the pipeline stay behind.
 */
@Component
class OtherStagesCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("other-stages", Group.PLATFORM, "Other stages", Need.DELIVERY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.source()
					.delivery()
					.stages()
					.stream()
					.filter((stage) -> !"review".equals(stage.stage()) && !stage.app().equals(context.app().name()))
					.toList(),
				(stage) -> stage.stage() + ": " + stage.app(),
				Finding.info("The pipeline has other apps, and code may come to this one by promoting it.",
						"Promotion ends with the move. Move the other stages too, first of all staging,"
								+ " and deploy on AWS from the repository."));
	}

}
