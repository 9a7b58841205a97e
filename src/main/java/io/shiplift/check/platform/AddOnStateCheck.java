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
 * Whether an add-on is not ready.
 */
@Component
class AddOnStateCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("add-on-state", Group.PLATFORM, "State of add-ons", Need.SERVICES)
			.fresh(Duration.ofHours(2));
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.source()
					.services()
					.addOns()
					.stream()
					.filter((addOn) -> !"provisioned".equals(addOn.state()))
					.toList(),
				(addOn) -> addOn.addOn() + ": " + addOn.state(),
				Finding
					.warning("These add-ons are being made or taken away just now.",
							"Wait until they are ready, or remove them from the app, then look again.")
					.run("heroku addons --app " + context.app().name()));
	}

}
