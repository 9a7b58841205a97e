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
 * Whether the cache asks for a login that AWS does not know.
 */
@Component
class MemcachedCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("memcached", Group.CACHE, "Memcached");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(context.addOns(AddOnSort.MEMCACHED), SourceApp.AddOn::name,
				Finding.warning("The cache is a Memcached with a login (SASL).",
						"ElastiCache has no login for Memcached. Keep the vendor by its own contract, or"
								+ " change to Redis in the settings."));
	}

}
