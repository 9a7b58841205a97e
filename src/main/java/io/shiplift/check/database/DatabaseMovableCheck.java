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
 * Whether something keeps the database from being copied.
 */
@Component
class DatabaseMovableCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("database-movable", Group.DATABASE, "Movable at all", Need.FIGURES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.of(context.figures()
			.problems()
			.stream()
			.map((problem) -> Finding.blocker(problem,
					"Mend it on the source and look again; the preparation would stop at the same."))
			.toList());
	}

}
