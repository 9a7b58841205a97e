package io.shiplift.check.database;

import java.time.Duration;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceDatabaseSeen;

import org.springframework.stereotype.Component;

/**
 * Whether the copy finds room beside the app.
 */
@Component
class ConnectionsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("connections", Group.DATABASE, "Free connections", Need.FIGURES)
			.fresh(Duration.ofHours(2));
	}

	@Override
	public Verdict judge(CheckContext context) {
		SourceDatabaseSeen.Health health = context.figures().health();
		return Verdict.when(health.connections() > 0 && health.used() * 5 > health.connections() * 4,
				Finding
					.warning("More than four of five connections of the database are in use.",
							"The copy needs a few. Stop what holds connections without need, or lower the"
									+ " pools of the app.")
					.run("heroku pg:info --app " + context.app().name()));
	}

}
