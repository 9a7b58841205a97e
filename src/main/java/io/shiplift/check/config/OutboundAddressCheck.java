package io.shiplift.check.config;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceApp;
import io.shiplift.plan.AddOnSort;

import org.springframework.stereotype.Component;

/**
 * Whether partners know the app by its address.
 */
@Component
class OutboundAddressCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("outbound-address", Group.CONFIG, "Fixed outgoing address");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.addOns(AddOnSort.ADDRESS)
					.stream()
					.filter((addOn) -> !context.plannedAddOns().stays(addOn))
					.toList(),
				SourceApp.AddOn::name,
				Finding.warning(
						"The app goes out through an add-on with a fixed address, so partners let only that one in.",
						"On AWS it has the address of the NAT gateway. Tell the partners days before the"
								+ " cutover, and take the proxy out of the code."));
	}

}
