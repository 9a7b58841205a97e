package io.shiplift.check.domains;

import java.util.List;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceTraffic.HostName;

import org.springframework.stereotype.Component;

/**
 * Whether DNS forbids Amazon to issue a certificate.
 */
@Component
class CaaCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("caa", Group.DOMAINS, "Who may issue certificates", Need.NAMES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		if (context.hostNames().stream().allMatch((name) -> rules(name).isEmpty())) {
			return Verdict.unknown("Nobody has seen CAA records. Ask for them by hand with dig caa and the name of the"
					+ " zone: no answer, or amazon.com in it, is fine.");
		}
		return Verdict.each(context.hostNames().stream().filter(CaaCheck::forbids).toList(), HostName::name,
				Finding.blocker("CAA records of these names do not let Amazon issue a certificate.",
						"Add one for amazon.com to the zone and wait for the old time to live."));
	}

	private static boolean forbids(HostName name) {
		return !rules(name).isEmpty() && rules(name).stream()
			.noneMatch((rule) -> rule.matches(".*(amazon|amazontrust|awstrust|amazonaws)\\.com.*"));
	}

	private static List<String> rules(HostName name) {
		return name.dns().records().stream().filter((entry) -> entry.matches("CAA .*\\bissue\\b.*")).toList();
	}

}
