package io.shiplift.check.cache;

import java.util.List;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;
import io.shiplift.plan.AddOnSort;

import org.springframework.stereotype.Component;

/**
 * Whether tasks in the broker stay behind.
 */
@Component
class BrokerDataCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("broker-data", Group.CACHE, "Tasks that wait");
	}

	@Override
	public Verdict judge(CheckContext context) {
		boolean redis = context.addOns(AddOnSort.REDIS)
			.stream()
			.anyMatch((addOn) -> !context.plannedAddOns().stays(addOn));
		return Verdict.each(redis ? context.running("\\b(celery|rq|rqworker|huey|dramatiq|sidekiq)\\b") : List.of(),
				CheckContext::line,
				Finding
					.warning("Tasks wait in Redis, and Redis is not copied.",
							"The cutover drains the workers first. Tasks with a time far ahead (eta,"
									+ " countdown) stay behind: list them before, and start them again on AWS.")
					.run("celery inspect scheduled"));
	}

}
