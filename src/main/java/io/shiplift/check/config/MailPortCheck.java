package io.shiplift.check.config;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether mail goes out by a port that AWS closes.
 */
@Component
class MailPortCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("mail-port", Group.CONFIG, "Sending mail", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when("25".equals(context.setting("EMAIL_PORT")),
				Finding.warning("The app sends mail by port 25, which AWS closes.", "Use 587 with TLS, or Amazon SES.")
					.seen(context.places("EMAIL_PORT")));
	}

}
