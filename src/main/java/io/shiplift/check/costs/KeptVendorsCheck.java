package io.shiplift.check.costs;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceApp;
import io.shiplift.plan.AddOnFate;

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
		return Verdict.each(context.app().addOns().stream().filter((addOn) -> kept(context, addOn)).toList(),
				(addOn) -> addOn.name() + " (" + addOn.plan() + ")",
				Finding.warning("The plan keeps these services, but they belong to the Heroku app.",
						"They end when the app is deleted. Make a contract with each vendor, and set the"
								+ " new keys, before you leave Heroku."));
	}

	/** Whether the plan keeps it, its owner is the app, and a vendor sells it. */
	private static boolean kept(CheckContext context, SourceApp.AddOn addOn) {
		return !addOn.shared() && !addOn.service().startsWith("heroku-")
				&& context.plannedAddOns().chosen(addOn).filter((kind) -> kind == AddOnFate.Kind.KEEP).isPresent();
	}

}
