package io.shiplift.check.code;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.repository.Topic;

import org.springframework.stereotype.Component;

/**
 * Whether forms are refused behind the load balancer.
 */
@Component
class TrustedOriginsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("trusted-origins", Group.CODE, "Trusted origins", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		boolean asked = Versions.parse(context.scan().value(Topic.DJANGO))
			.filter((version) -> version.major() >= 4)
			.isPresent();
		return Verdict.when(
				asked && context.setting("CSRF_TRUSTED_ORIGINS").isEmpty()
						&& context.setting("SECURE_PROXY_SSL_HEADER").isEmpty(),
				Finding.info(
						"Since Django 4 forms over HTTPS are refused unless the proxy's header is set or"
								+ " the origin is trusted.",
						"Try to sign in on the AWS address after the preparation. Add the app's own"
								+ " addresses to CSRF_TRUSTED_ORIGINS if it is refused."));
	}

}
