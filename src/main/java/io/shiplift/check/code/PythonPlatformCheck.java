package io.shiplift.check.code;

import java.util.Set;

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
 * Whether Beanstalk offers this Python.
 */
@Component
class PythonPlatformCheck implements Check {

	private static final Set<String> OFFERED = Set.of("3.11", "3.12", "3.13", "3.14");

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("python-platform", Group.CODE, "Python on Beanstalk", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.of(Versions.parse(context.scan().value(Topic.PYTHON))
			.filter((version) -> !OFFERED.contains(version.toString()))
			.map((version) -> Finding
				.blocker("Beanstalk has no platform with Python " + version + ".",
						"It offers 3.11 to 3.14. Bring the app to one of them on Heroku first; that is"
								+ " tried in minutes and undone as fast.")
				.seen(context.scan().all(Topic.PYTHON).stream().map(CheckContext::place).toList()))
			.stream()
			.toList());
	}

}
