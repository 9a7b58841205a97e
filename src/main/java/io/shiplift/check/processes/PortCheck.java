package io.shiplift.check.processes;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Processes;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether the web process listens where it is asked.
 */
@Component
class PortCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("port", Group.PROCESSES, "Port of the web process");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.running("(-b|--bind|--port|-p|runserver)[ =]\\S*?\\d{4,5}\\b")
					.stream()
					.filter(Processes::web)
					.filter((process) -> !process.command().matches(".*\\b8000\\b.*"))
					.toList(),
				CheckContext::line, Finding.warning("The web process listens on a fixed port.",
						"Beanstalk's proxy asks port 8000. Write $PORT instead of the number; Shiplift fills it in."));
	}

}
