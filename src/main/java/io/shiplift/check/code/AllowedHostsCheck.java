package io.shiplift.check.code;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether the health check is refused because of its Host.
 */
@Component
class AllowedHostsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("allowed-hosts", Group.CODE, "Allowed hosts", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		String hosts = context.setting("ALLOWED_HOSTS");
		return Verdict.when(hosts.isEmpty() || hosts.matches("\\[\\s*]"),
				Finding
					.warning("ALLOWED_HOSTS is empty or was not found.",
							"The load balancer asks by the machine's address, and Django answers 400 to hosts"
									+ " that it does not know: the environment would never be healthy. Allow the host"
									+ " names, and answer the health path before hosts are checked.")
					.seen(context.places("ALLOWED_HOSTS")));
	}

}
