package io.shiplift.check.config;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether errors show the insides of the app to everybody.
 */
@Component
class DebugCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("debug", Group.CONFIG, "Debug mode", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(context.setting("DEBUG").matches("(?i)(.* or )?(true|1)"),
				Finding
					.warning("Django's DEBUG is on unless something switches it off.",
							"It shows settings and code to everybody who meets an error, also to the health"
									+ " check. Set it to False for production.")
					.seen(context.places("DEBUG")));
	}

}
