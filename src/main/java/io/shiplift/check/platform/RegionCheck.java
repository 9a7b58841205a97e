package io.shiplift.check.platform;

import java.util.Map;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether the data changes continents.
 */
@Component
class RegionCheck implements Check {

	private static final Map<String, String> HEROKU = Map.of("virginia", "us", "oregon", "us", "ca", "us", "montreal",
			"us", "dublin", "eu", "frankfurt", "eu", "london", "eu", "mumbai", "ap", "singapore", "ap", "sydney", "ap");

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

	private static String area(String region) {
		String first = region.contains("-") ? region.substring(0, region.indexOf('-')) : region;
		return HEROKU.getOrDefault(first, first);
	}

}
