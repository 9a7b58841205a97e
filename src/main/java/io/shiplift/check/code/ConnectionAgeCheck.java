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
 * Whether database connections are kept for ever.
 */
@Component
class ConnectionAgeCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("connection-age", Group.CODE, "Age of connections", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.code(Topic.SETTING,
						(setting) -> (setting.name() + " " + setting.value()).matches("(?is).*conn_max_age\\W+none.*")),
				CheckContext::place,
				Finding.info("Connections to the database are kept for ever.",
						"After a failover of RDS they hang on the old machine. Set conn_max_age to 60 and"
								+ " conn_health_checks to True."));
	}

}
