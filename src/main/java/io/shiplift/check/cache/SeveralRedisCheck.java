package io.shiplift.check.cache;

import java.util.List;

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
 * Whether more than one Redis becomes one.
 */
@Component
class SeveralRedisCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("several-redis", Group.CACHE, "Several Redis");
	}

	@Override
	public Verdict judge(CheckContext context) {
		List<SourceApp.AddOn> all = context.addOns(AddOnSort.REDIS)
			.stream()
			.filter((addOn) -> context.plannedAddOns().moves(addOn))
			.toList();
		return Verdict.when(all.size() > 1,
				Finding
					.warning("The plan moves more than one Redis, but this version builds one on AWS.",
							"Decide which one moves. Keep the others, or make caches by hand and set their"
									+ " config vars anew.")
					.seen(all.stream().map((addOn) -> addOn.name() + " " + addOn.configVars()).toList()));
	}

}
