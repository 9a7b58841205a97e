package io.shiplift.check.costs;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourcePlatform;

import org.springframework.stereotype.Component;

/**
 * Whether the price of a dyno size is not known.
 */
@Component
class UnpricedDynosCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("unpriced-dynos", Group.COSTS, "Dynos without a price", Need.PLATFORM);
	}

	@Override
	public Verdict judge(CheckContext context) {
		Set<String> priced = context.source()
			.platform()
			.sizes()
			.stream()
			.filter(SourcePlatform.DynoSize::priced)
			.map((size) -> size.name().toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		return Verdict.each(
				context
					.processes((process) -> process.quantity() > 0
							&& !priced.contains(process.size().toLowerCase(Locale.ROOT)))
					.toList(),
				(process) -> process.type() + ": " + process.size(),
				Finding.info("Heroku does not tell the price of these sizes.",
						"Today's costs are higher than shown; look at an invoice."));
	}

}
