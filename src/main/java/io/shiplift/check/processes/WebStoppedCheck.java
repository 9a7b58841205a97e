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
 * Whether the web process is scaled to zero.
 */
@Component
class WebStoppedCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("web-stopped", Group.PROCESSES, "Running web dynos");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(context.processes((process) -> Processes.web(process) && process.quantity() == 0).toList(),
				CheckContext::line,
				Finding
					.warning("The web process is scaled to zero: nobody is served today.",
							"The way back to Heroku would leave it so. Start it if the app is in use, then look again.")
					.run("heroku ps:scale web=1 --app " + context.app().name()));
	}

}
