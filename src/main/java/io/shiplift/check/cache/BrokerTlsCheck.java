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
 * Whether Celery can speak TLS with the broker on AWS.
 */
@Component
class BrokerTlsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("broker-tls", Group.CACHE, "TLS of the broker", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Changes.judge(context, "broker-tls");
	}

}
