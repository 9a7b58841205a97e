package io.shiplift.check.costs;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceServices;

import org.springframework.stereotype.Component;

/**
 * Whether the bill of today is not known in full.
 */
@Component
class UnpricedAddOnsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("unpriced-add-ons", Group.COSTS, "Add-ons without a price", Need.SERVICES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(context.source().services().addOns().stream().filter((addOn) -> !addOn.priced()).toList(),
				SourceServices.Detail::addOn,
				Finding.warning("Heroku does not tell what these add-ons cost.",
						"Today's costs are higher than shown. Look at an invoice, and type the sum into"
								+ " the note of the plan."));
	}

}
