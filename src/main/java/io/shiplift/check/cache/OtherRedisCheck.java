package io.shiplift.check.cache;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceApp;

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
		return Verdict.each(context.addOns("rediscloud", "redistogo", "openredis", "stackhero-redis", "redisgreen"),
				SourceApp.AddOn::name,
				Finding.info("This Redis is of another vendor, so the plan leaves it where it is.",
						"It works from AWS too, with a longer way. Make a contract with the vendor, or"
								+ " point the app to a cache on AWS later."));
	}

}
