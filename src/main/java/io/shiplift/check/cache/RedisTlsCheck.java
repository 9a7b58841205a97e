package io.shiplift.check.cache;

import io.shiplift.check.Changes;
import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether the code does without a check that AWS allows.
 */
@Component
class RedisTlsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("redis-tls", Group.CACHE, "Certificate of Redis", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Changes.judge(context, "cache-tls");
	}

}
