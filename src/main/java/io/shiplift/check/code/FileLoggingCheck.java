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
		return Verdict.each(
				context.code(Topic.SETTING,
						(setting) -> "LOGGING".equals(setting.name())
								&& (setting.value() + setting.text()).contains("FileHandler")),
				CheckContext::place,
				Finding.warning("The app writes log files.",
						"They fill the disk and are gone with the machine. Log to the console"
								+ " (StreamHandler): Beanstalk sends that to CloudWatch."));
	}

}
