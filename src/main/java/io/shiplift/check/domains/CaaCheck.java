package io.shiplift.check.domains;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

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

	private static final Pattern AMAZON = Pattern
		.compile("(?i)\\d+ \\w+ \"?(amazon|amazontrust|awstrust|amazonaws)\\.com\\.?\\s*(;.*)?\"?");

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("caa", Group.DOMAINS, "Who may issue certificates", Need.NAMES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		if (context.hostNames().stream().allMatch((name) -> name.dns().issuers() == null)) {
			return Verdict.unknown("DNS has not told the CAA records of these names yet. Look again, or ask by hand"
					+ " with dig caa and the name of the zone: no answer, or amazon.com in it, is fine.");
		}
		return Verdict.each(context.hostNames().stream().filter(CaaCheck::forbids).toList(),
				(name) -> name.name() + ": " + String.join(", ", rules(name)),
				Finding.blocker("CAA records of these names do not let Amazon issue a certificate.",
						"Add one for amazon.com to the zone and wait for the old time to live."));
	}

	private static boolean forbids(HostName name) {
		boolean wildcard = name.name().startsWith("*.")
				&& rules(name).stream().anyMatch((rule) -> allows(rule, "issuewild"));
		String tag = wildcard ? "issuewild" : "issue";
		List<String> rules = rules(name).stream().filter((rule) -> allows(rule, tag)).toList();
		return !rules.isEmpty() && rules.stream().noneMatch((rule) -> AMAZON.matcher(rule).matches());
	}

	private static boolean allows(String rule, String tag) {
		return rule.toLowerCase(Locale.ROOT).matches("\\d+ " + tag + " .*");
	}

	private static List<String> rules(HostName name) {
		return Objects.requireNonNullElse(name.dns().issuers(), List.of());
	}

}
