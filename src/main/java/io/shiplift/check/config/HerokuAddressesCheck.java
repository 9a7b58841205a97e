package io.shiplift.check.config;

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
 * Whether settings name addresses that end with the move.
 */
@Component
class HerokuAddressesCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("heroku-addresses", Group.CONFIG, "Addresses at Heroku", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.code(Topic.SETTING, (setting) -> (setting.value() + setting.text()).contains("herokuapp.com")),
				CheckContext::place,
				Finding.warning("Settings name an address under herokuapp.com.",
						"It stays with Heroku. Put the app's own host names there, and that of the new"
								+ " environment for the rehearsal."));
	}

}
