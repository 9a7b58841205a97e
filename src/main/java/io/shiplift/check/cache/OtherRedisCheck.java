package io.shiplift.check.cache;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceApp;
import io.shiplift.plan.AddOnSort;

import org.springframework.stereotype.Component;

/**
 * Whether Redis of another vendor stays where it is.
 */
@Component
class OtherRedisCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("other-redis", Group.CACHE, "Redis of other vendors");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.addOns(AddOnSort.REDIS)
					.stream()
					.filter((addOn) -> !addOn.shared() && context.plannedAddOns().stays(addOn))
					.toList(),
				SourceApp.AddOn::name,
				Finding.info("The plan leaves this Redis where it is.",
						"It works from AWS too, with a longer way, and both sides share what is in it. Point"
								+ " the app to a cache on AWS later if the way is too long."));
	}

}
