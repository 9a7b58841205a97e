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
 * Whether text is sorted by rules that RDS has.
 */
@Component
class CollationCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("collation", Group.DATABASE, "Sorting", Need.FIGURES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		String collation = context.figures().collation();
		return Verdict.when(!collation.isEmpty() && !collation.matches("(?i)C|POSIX|.*utf-?8.*"),
				Finding.warning("Text is sorted by " + collation + ".",
						"RDS may not know this collation. The rehearsal shows it; lists may come in"
								+ " another order on AWS."));
	}

}
