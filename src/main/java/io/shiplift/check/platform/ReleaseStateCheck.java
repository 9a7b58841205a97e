package io.shiplift.check.platform;

import java.time.Duration;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether the last release went well.
 */
@Component
class ReleaseStateCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("release-state", Group.PLATFORM, "Newest release", Need.DELIVERY)
			.fresh(Duration.ofHours(2));
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.source()
					.delivery()
					.releases()
					.stream()
					.limit(1)
					.filter((release) -> !"succeeded".equals(release.status()))
					.toList(),
				(release) -> "v" + release.version() + " " + release.status() + ": " + release.description(),
				Finding
					.warning("The newest release did not go through, or is not finished.",
							"What runs is older than what the code says. Repair or roll back the release"
									+ " first, then look again.")
					.run("heroku releases --app " + context.app().name()));
	}

}
