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
 * Whether everybody is signed out at the cutover.
 */
@Component
class SessionsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("sessions", Group.CACHE, "Sessions in the cache", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(context.setting("SESSION_ENGINE").matches(".*\\.cache\\W*"),
				Finding
					.warning("Sessions are kept in the cache only, which is not copied.",
							"Everybody is signed out at the cutover. Use cached_db some days before, or tell"
									+ " your users.")
					.seen(context.places("SESSION_ENGINE")));
	}

}
