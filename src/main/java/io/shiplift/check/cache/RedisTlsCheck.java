package io.shiplift.check.cache;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether the code does without a check that AWS allows.
 */
@Component
class RedisTlsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("redis-tls", Group.CACHE, "Certificate of Redis", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.scan()
					.conclusions()
					.stream()
					.filter((found) -> (found.value() + " " + found.text())
						.matches("(?is).*(ssl_cert_reqs\\W+(ssl\\.)?(cert_)?none|cert_none).*"))
					.toList(),
				CheckContext::place,
				Finding.warning("The code does not check the certificate of Redis, as Heroku asks for.",
						"AWS has a certificate that can be checked. Take ssl_cert_reqs out, or read it"
								+ " from a variable, so that both sides work."));
	}

}
