package io.shiplift.check.config;

import java.util.Set;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceApp;

import org.springframework.stereotype.Component;

/**
 * Whether config vars repeat the address of an add-on that moves.
 */
@Component
class CopiedAddressesCheck implements Check {

	/** Those the preparation gives the new address, whoever set them. */
	private static final Set<String> MOVED = Set.of("DATABASE_URL", "REDIS_URL", "CELERY_BROKER_URL");

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("copied-addresses", Group.CONFIG, "Copied addresses");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.app()
					.configVars()
					.stream()
					.filter((set) -> set.addOn() != null && !MOVED.contains(set.name()) && copied(context, set))
					.toList(),
				(set) -> set.name() + " (" + set.addOn() + ")",
				Finding.warning("These config vars repeat the address of an add-on, but do not belong to it.",
						"On AWS they would still point to Heroku. Let the code read the add-on's own"
								+ " variable, or set them anew after the move."));
	}

	private static boolean copied(CheckContext context, SourceApp.ConfigVar set) {
		return context.app()
			.addOns()
			.stream()
			.anyMatch((addOn) -> addOn.name().equals(set.addOn()) && addOn.service().startsWith("heroku-")
					&& !addOn.configVars().contains(set.name()));
	}

}
