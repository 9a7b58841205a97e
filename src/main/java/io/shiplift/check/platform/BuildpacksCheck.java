package io.shiplift.check.platform;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether the app is built by something that Beanstalk has nothing like.
 */
@Component
class BuildpacksCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("buildpacks", Group.PLATFORM, "Unknown buildpacks", Need.DELIVERY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.names(Buildpacks.of(context).filter((name) -> !Buildpacks.known(name)).toList(),
				Finding.warning("These buildpacks do something at build time that Beanstalk does not know of.",
						"Find out what each of them installs or starts, and do the same in"
								+ " .platform/hooks/prebuild of the app, or do without."));
	}

}
