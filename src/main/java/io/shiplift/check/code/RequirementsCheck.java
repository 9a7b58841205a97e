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
		boolean project = context.scan()
			.first(Topic.INSTALLER)
			.filter((found) -> found.file().endsWith("pyproject.toml"))
			.isPresent();
		return Verdict.when(project || !installer.matches("pip|pipenv"),
				Finding
					.warning(cause(installer, project),
							"Beanstalk reads requirements.txt (or a Pipfile). Write one in the build, from the"
									+ " same lock file.")
					.run(command(installer)));
	}

	private static String cause(String installer, boolean project) {
		if (installer.isEmpty()) {
			return "The repository has no list of packages that we could find.";
		}
		return project ? "The packages are listed in pyproject.toml only, which Beanstalk does not read."
				: "Packages are installed by " + installer + ", which Beanstalk does not know.";
	}

	private static String command(String installer) {
		return switch (installer) {
			case "poetry" -> "poetry export --without dev -o requirements.txt";
			case "uv" -> "uv export --no-dev > requirements.txt";
			default -> "python -m pip freeze > requirements.txt";
		};
	}

}
