package io.shiplift.check.platform;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether the app is a container image, which the Python platform of Beanstalk cannot
 * take.
 */
@Component
class ContainerStackCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("container-stack", Group.PLATFORM, "Container stack");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when("container".equals(context.app().stack()),
				Finding.blocker(
						"The app runs from a container image (stack container), but the plan builds it"
								+ " from source on Elastic Beanstalk.",
						"Give the repository a Procfile and requirements.txt so that it builds without its"
								+ " Dockerfile, or wait for a target that takes images."));
	}

}
