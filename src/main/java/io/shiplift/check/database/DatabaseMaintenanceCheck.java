package io.shiplift.check.database;

import java.time.Duration;
import java.time.Instant;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether Heroku works on the database during the next days.
 */
@Component
class DatabaseMaintenanceCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("database-maintenance", Group.DATABASE, "Planned maintenance", Need.DATABASE);
	}

	@Override
	public Verdict judge(CheckContext context) {
		Instant planned = context.database().maintenance();
		return Verdict.when(
				planned != null && planned.isBefore(context.now().plus(Duration.ofDays(14)))
						&& planned.isAfter(context.now()),
				Finding
					.warning("Heroku plans maintenance of the database for " + planned + ".",
							"It changes the address and ends connections, also those of a copy. Let it pass"
									+ " first, or run it now.")
					.run("heroku pg:maintenance:run --app " + context.app().name()));
	}

}
