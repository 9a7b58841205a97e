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
 * Whether the health check is sent away.
 */
@Component
class SslRedirectCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("ssl-redirect", Group.CODE, "Redirect to HTTPS", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(
				context.setting("SECURE_SSL_REDIRECT").equalsIgnoreCase("true")
						&& context.setting("SECURE_REDIRECT_EXEMPT").matches("|\\[\\s*]"),
				Finding
					.warning("Django sends every plain request to HTTPS, also the health check of the load balancer.",
							"Put the health path into SECURE_REDIRECT_EXEMPT, or count redirects as healthy.")
					.seen(context.places("SECURE_SSL_REDIRECT"))
					.run("SECURE_REDIRECT_EXEMPT = [r\"^health/$\"]"));
	}

}
