package io.shiplift.check.code;

import io.shiplift.check.Changes;
import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether log lines go where nobody reads them.
 */
@Component
class FileLoggingCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("file-logging", Group.CODE, "Log files", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Changes.judge(context, "logging");
	}

}
