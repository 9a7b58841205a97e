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
 * Whether system packages are installed by their Debian names.
 */
@Component
class AptBuildpackCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("apt-buildpack", Group.PLATFORM, "System packages", Need.DELIVERY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.names(Buildpacks.of(context).filter(Buildpacks.APT::contains).toList(),
				Finding.warning("The app installs system packages with the apt buildpack (its Aptfile).",
						"Beanstalk runs Amazon Linux: list the packages by their names there under"
								+ " packages: yum: in .ebextensions, and look whether each exists."));
	}

}
