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
 * Whether ids run out soon.
 */
@Component
class SequencesCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("sequences", Group.DATABASE, "Sequences near their end", Need.FIGURES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(context.figures().health().fullestSequence() > 80,
				Finding.warning("A sequence has used more than 80 percent of its numbers.",
						"Ids run out with or without a move. Change the column to bigint before the move,"
								+ " or plan it right after."));
	}

}
