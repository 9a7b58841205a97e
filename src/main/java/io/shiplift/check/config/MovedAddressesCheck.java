package io.shiplift.check.config;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether the app will look for what moves where it was.
 */
@Component
class MovedAddressesCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("moved-addresses", Group.CONFIG, "Addresses of what moves");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.names(
				context.app()
					.addOns()
					.stream()
					.filter((addOn) -> context.plannedAddOns().moves(addOn))
					.flatMap((addOn) -> addOn.configVars().stream())
					.filter((name) -> context.sets(name)
							&& context.answers().value("config", name).matches("DROPPED|PLAIN|SECRET"))
					.toList(),
				Finding.warning(
						"These config vars hold the address of something that moves, and the plan does not"
								+ " give them the new one.",
						"Choose “AWS sets its own” in the question about config vars, unless nothing reads them."));
	}

}
