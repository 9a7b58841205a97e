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
 * Whether Django knows that visitors came by HTTPS.
 */
@Component
class ProxyHeaderCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("proxy-header", Group.CODE, "HTTPS behind the load balancer", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(
				context.setting("SECURE_SSL_REDIRECT").equalsIgnoreCase("true")
						&& context.setting("SECURE_PROXY_SSL_HEADER").isEmpty(),
				Finding
					.warning("Django redirects to HTTPS but does not look at X-Forwarded-Proto.",
							"Behind the load balancer each request looks plain, so it is redirected for ever."
									+ " Set the header.")
					.seen(context.places("SECURE_SSL_REDIRECT"))
					.run("SECURE_PROXY_SSL_HEADER = (\"HTTP_X_FORWARDED_PROTO\", \"https\")"));
	}

}
