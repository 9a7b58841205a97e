package io.shiplift.check.domains;

import java.time.Duration;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether a certificate ends before the move.
 */
@Component
class CertificateExpiryCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("certificate-expiry", Group.DOMAINS, "Age of certificates");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.source()
					.traffic()
					.certificates()
					.stream()
					.filter((certificate) -> !certificate.automatic() && certificate.expires() != null
							&& certificate.expires().isBefore(context.now().plus(Duration.ofDays(30))))
					.toList(),
				(certificate) -> certificate.name() + " until " + certificate.expires(),
				Finding
					.warning("These certificates end within a month, and Heroku does not renew them.",
							"If the move takes longer, or has to go back, visitors meet a warning. Renew them now.")
					.run("heroku certs:auto:enable --app " + context.app().name()));
	}

}
