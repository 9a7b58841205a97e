package io.shiplift.check.domains;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether names with a star need special care.
 */
@Component
class WildcardCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("wildcard", Group.DOMAINS, "Wildcard names");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.names(context.app().domains().stream().filter((name) -> name.startsWith("*.")).toList(),
				Finding.warning("The app answers to every name under a domain.",
						"The certificate covers one level only, and each name that has a record of its own"
								+ " must be switched by itself. List them from the zone."));
	}

}
