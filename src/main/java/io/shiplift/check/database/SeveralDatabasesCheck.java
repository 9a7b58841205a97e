package io.shiplift.check.database;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether the app has more than the one database that moves.
 */
@Component
class SeveralDatabasesCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("several-databases", Group.DATABASE, "Several databases", Need.DATABASE);
	}

	@Override
	public Verdict judge(CheckContext context) {
		String main = context.database().addOn();
		return Verdict.each(
				context.databases()
					.stream()
					.filter((database) -> !database.addOn().equals(main)
							&& !context.database().followers().contains(database.addOn()))
					.toList(),
				(database) -> database.addOn() + " (" + database.configVar() + ")",
				Finding.blocker("The app has more databases than the one that moves, " + main + ".",
						"What the app keeps in them stays on Heroku. Move them by hand, or accept this if"
								+ " they are of no use any more."));
	}

}
