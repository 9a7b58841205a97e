package io.shiplift.check.domains;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether visitors get a certificate of another issuer.
 */
@Component
class UploadedCertificateCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("uploaded-certificate", Group.DOMAINS, "Certificates of your own");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.source()
					.traffic()
					.certificates()
					.stream()
					.filter((certificate) -> !certificate.automatic())
					.toList(),
				(certificate) -> certificate.name() + " by " + certificate.issuer() + ": " + certificate.hostNames(),
				Finding.info("These certificates were uploaded by somebody.",
						"On AWS Amazon issues new ones for free. If clients (apps, partners) know the old"
								+ " one by heart, tell them before."));
	}

}
