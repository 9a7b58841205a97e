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
 * Whether visitors are served by a server made for one person.
 */
@Component
class DevelopmentServerCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("development-server", Group.PROCESSES, "Development server");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.running("manage\\.py runserver|flask run|--reload\\b").stream().filter(Processes::web).toList(),
				CheckContext::line,
				Finding.warning("The web process is a development server.",
						"It is slow, shows its code on errors, and may refuse connections behind a proxy."
								+ " Use gunicorn."));
	}

}
