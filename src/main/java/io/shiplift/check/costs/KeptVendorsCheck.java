package io.shiplift.check.costs;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether services end when the Heroku app is deleted.
 */
@Component
class KeptVendorsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("kept-vendors", Group.COSTS, "Vendors billed by Heroku");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.app().addOns().stream().filter((addOn) -> Services.KEPT.contains(addOn.service())).toList(),
				(addOn) -> addOn.name() + " (" + addOn.plan() + ")",
				Finding.warning("These services go on working from AWS, but belong to the Heroku app.",
						"They end when the app is deleted. Make a contract with each vendor, and set the"
								+ " new keys, before you leave Heroku."));
	}

}
