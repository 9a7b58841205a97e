package io.shiplift.check.database;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.data.DatabaseLimits;

import org.springframework.stereotype.Component;

/**
 * Whether the data fits into the planned database while it is loaded.
 */
@Component
class DatabaseStorageCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("database-storage", Group.DATABASE, "Planned storage", Need.FIGURES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		String planned = context.answers().value("database", "storage");
		long needed = DatabaseLimits.NONE.storageNeeded(context.figures().bytes());
		return Verdict.when(planned.matches("\\d{1,6}") && Integer.parseInt(planned) < needed,
				Finding.blocker("The data does not fit into the planned " + planned + " GiB while it is loaded.",
						"Plan at least " + needed + " GiB in the question about the database's size."));
	}

}
