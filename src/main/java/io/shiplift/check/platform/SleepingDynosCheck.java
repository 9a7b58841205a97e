package io.shiplift.check.platform;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether dynos sleep when nobody visits.
 */
@Component
class SleepingDynosCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("sleeping-dynos", Group.PLATFORM, "Sleeping dynos");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(context.processes((process) -> "eco".equalsIgnoreCase(process.size())).toList(),
				CheckContext::line, Finding.info("These processes run on Eco dynos, which sleep without visitors.",
						"On AWS they run all the time, which costs more than it does now."));
	}

}
