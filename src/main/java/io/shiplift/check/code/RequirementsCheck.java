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
 * Whether Beanstalk can install the packages.
 */
@Component
class RequirementsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("requirements", Group.CODE, "List of packages", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		String installer = context.scan().value(Topic.INSTALLER);
		return Verdict.when(!installer.matches("pip|pipenv"),
				Finding
					.warning(
							installer.isEmpty() ? "The repository has no list of packages that we could find."
									: "Packages are installed by " + installer + ", which Beanstalk does not know.",
							"Beanstalk reads requirements.txt (or a Pipfile). Write one in the build, from the"
									+ " same lock file.")
					.run("uv".equals(installer) ? "uv export --no-dev > requirements.txt"
							: "poetry export --without dev -o requirements.txt"));
	}

}
