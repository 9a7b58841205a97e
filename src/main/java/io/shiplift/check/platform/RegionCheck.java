package io.shiplift.check.platform;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;
import io.shiplift.plan.HerokuRegions;

import org.springframework.stereotype.Component;

/**
 * Whether the data changes continents.
 */
@Component
class RegionCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("region", Group.PLATFORM, "Distance of the move");
	}

	@Override
	public Verdict judge(CheckContext context) {
		String today = context.source().platform().awsRegion().isEmpty() ? context.app().region()
				: context.source().platform().awsRegion();
		String planned = context.answers().value("region", "region");
		return Verdict.when(!planned.isEmpty() && !area(today).equals(area(planned)),
				Finding.warning("The app runs in Heroku's region " + today + ", the plan puts it into " + planned + ".",
						"Data about people changes the continent: ask whether it may. Add-ons and partners"
								+ " that stay are further away, and so is the way of the data in the window."));
	}

	/** The continent, by the first letters of an AWS region. */
	private static String area(String region) {
		String aws = region.contains("-") ? region : HerokuRegions.nearest(region);
		String first = aws.substring(0, aws.indexOf('-'));
		return "ca".equals(first) ? "us" : first;
	}

}
