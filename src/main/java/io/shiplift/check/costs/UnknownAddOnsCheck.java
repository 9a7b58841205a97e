package io.shiplift.check.costs;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether nobody knows what becomes of an add-on.
 */
@Component
class UnknownAddOnsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("unknown-add-ons", Group.COSTS, "Unknown add-ons");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.app()
					.addOns()
					.stream()
					.filter((addOn) -> context.plannedAddOns().chosen(addOn).isEmpty())
					.toList(),
				(addOn) -> addOn.name() + " (" + addOn.plan() + ")" + addOn.configVars(),
				Finding
					.warning("We do not know these add-ons, and nobody has said what becomes of them.",
							"Decide for each whether its vendor sells it without Heroku, or what replaces it."
									+ " Until then its config vars are copied, so that it goes on working.")
					.run("heroku addons --app " + context.app().name()));
	}

}
