package io.shiplift.check.domains;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether visitors know the app only by Heroku's name.
 */
@Component
class HerokuNameCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("heroku-name", Group.DOMAINS, "A name of its own");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(context.app().domains().isEmpty(),
				Finding
					.warning("The app has no domain of its own.",
							"Everybody comes by its name under herokuapp.com, which cannot move. Give it a"
									+ " domain, tell whoever calls it, and move when nobody uses the old name.")
					.run("heroku domains:add www.example.com --app " + context.app().name()));
	}

}
