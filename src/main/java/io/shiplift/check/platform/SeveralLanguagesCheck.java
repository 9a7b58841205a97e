package io.shiplift.check.platform;

import java.util.List;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether the build needs more than Python.
 */
@Component
class SeveralLanguagesCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("several-languages", Group.PLATFORM, "Several languages", Need.DELIVERY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		List<String> languages = Buildpacks.of(context).filter(Buildpacks.LANGUAGES::contains).toList();
		return Verdict.when(languages.size() > 1, Finding
			.warning("The app is built with more than one language.",
					"Beanstalk's Python platform has Python only. Build the other part (mostly the"
							+ " front end) before the bundle is made, or install it in .platform/hooks/prebuild.")
			.seen(languages));
	}

}
