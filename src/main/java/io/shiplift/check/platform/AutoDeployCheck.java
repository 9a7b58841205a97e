package io.shiplift.check.platform;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceDelivery;

import org.springframework.stereotype.Component;

/**
 * Whether a push to GitHub changes the app by itself.
 */
@Component
class AutoDeployCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("auto-deploy", Group.PLATFORM, "Automatic deploys", Need.DELIVERY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		SourceDelivery delivery = context.source().delivery();
		return Verdict.when(delivery.autoDeploy(),
				Finding.warning(
						"A push to " + delivery.branch() + " of " + delivery.repository() + " is deployed by itself.",
						"Switch it off in the app's Deploy tab before the cutover: a release in the window"
								+ " changes what is being moved."));
	}

}
