package io.shiplift.check.platform;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceApp;

import org.springframework.stereotype.Component;

/**
 * Whether the app uses add-ons of other apps.
 */
@Component
class SharedAddOnsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("shared-add-ons", Group.PLATFORM, "Shared add-ons");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(context.app().addOns().stream().filter(SourceApp.AddOn::shared).toList(),
				(addOn) -> addOn.name() + " (" + addOn.plan() + ") of " + addOn.owner(),
				Finding.warning("These add-ons belong to other apps, which go on using them.",
						"Their data cannot simply move: the other apps would stay behind. Move the apps"
								+ " together, or let this one reach the old add-on until the others have moved."));
	}

}
