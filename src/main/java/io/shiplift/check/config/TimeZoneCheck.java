package io.shiplift.check.config;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether processes keep another time than the machines.
 */
@Component
class TimeZoneCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("time-zone", Group.CONFIG, "Time zone");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(context.sets("TZ"), Finding.info("TZ is set: processes keep another time than UTC.",
				"It is copied. Timed jobs on AWS (cron, EventBridge) are written in UTC all the same."));
	}

}
