package io.shiplift.check.domains;

import java.util.Locale;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether Heroku cannot issue certificates for some names.
 */
@Component
class CertificateStateCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("certificate-state", Group.DOMAINS, "Certificates at Heroku", Need.NAMES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.hostNames()
					.stream()
					.filter((name) -> name.certificateStatus()
						.toLowerCase(Locale.ROOT)
						.matches(".*(fail|dns-verified|invalid).*"))
					.toList(),
				(name) -> name.name() + ": " + name.certificateStatus(),
				Finding
					.warning("Heroku has trouble with the certificates of these names.",
							"What keeps Heroku from it (a wrong record, a CAA rule) may keep Amazon from it as"
									+ " well. Repair it or take the name out.")
					.run("heroku certs:auto --app " + context.app().name()));
	}

}
