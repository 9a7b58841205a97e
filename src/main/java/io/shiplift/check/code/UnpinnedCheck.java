package io.shiplift.check.code;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.repository.Conclusion;
import io.shiplift.repository.Topic;

import org.springframework.stereotype.Component;

/**
 * Whether a build on another day installs other packages.
 */
@Component
class UnpinnedCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("unpinned", Group.CODE, "Versions of packages", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(context.code(Topic.PACKAGE, (used) -> !used.value().matches(".*\\d.*")), Conclusion::name,
				Finding
					.info("These packages have no version.",
							"The build on AWS may install newer ones than run on Heroku. Write down what runs"
									+ " today before the rehearsal.")
					.run("heroku run \"pip freeze\" --app " + context.app().name()));
	}

}
