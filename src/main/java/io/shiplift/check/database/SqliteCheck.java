package io.shiplift.check.database;

import java.util.List;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.plan.AddOnSort;
import io.shiplift.repository.Topic;

import org.springframework.stereotype.Component;

/**
 * Whether data lies in a file that restarts delete.
 */
@Component
class SqliteCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("sqlite", Group.DATABASE, "Database in a file", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.addOns(AddOnSort.POSTGRES).isEmpty()
						? context.code(Topic.DATABASE, (database) -> database.value().contains("sqlite")) : List.of(),
				CheckContext::place,
				Finding.warning("The code keeps its data in an SQLite file.",
						"A file on a dyno is gone after a restart, and each machine on AWS would have its"
								+ " own. Use PostgreSQL, or say with a note that nothing is kept."));
	}

}
