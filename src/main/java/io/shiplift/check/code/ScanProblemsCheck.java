package io.shiplift.check.code;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.repository.Topic;

import org.springframework.stereotype.Component;

/**
 * Whether files of the repository could not be read.
 */
@Component
class ScanProblemsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("scan-problems", Group.CODE, "What could not be read", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.code(Topic.PROBLEM, (problem) -> !problem.value().startsWith("There is no Procfile")),
				CheckContext::place,
				Finding.warning("Some of the code could not be read, or stands in the way.",
						"What could not be read is missing in the checks. Correct the conclusions by hand on"
								+ " the page of the code."));
	}

}
