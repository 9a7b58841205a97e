package io.shiplift.check.database;

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
 * Whether one table decides how long the copy takes.
 */
@Component
class LargestTableCheck implements Check {

	private static final long LARGE = 10L << 30;

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("largest-table", Group.DATABASE, "Largest table", Need.FIGURES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.figures()
					.tables()
					.stream()
					.filter((table) -> table.bytes() > LARGE && table.bytes() * 10 > context.figures().bytes() * 8)
					.toList(),
				SourceDatabaseSeen.Table::name,
				Finding.info("One table has more than four fifths of the data.",
						"Its indexes decide how long the window is. Archive old rows before the move, or"
								+ " copy ahead."));
	}

}
