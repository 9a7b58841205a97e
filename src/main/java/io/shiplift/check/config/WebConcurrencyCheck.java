package io.shiplift.check.config;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether the number of gunicorn workers was made for dynos.
 */
@Component
class WebConcurrencyCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("web-concurrency", Group.CONFIG, "Number of web workers");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(context.sets("WEB_CONCURRENCY"),
				Finding.info("WEB_CONCURRENCY is set: the number of web workers was chosen for a dyno.",
						"Look at memory after the preparation and choose it anew for the machines."));
	}

}
