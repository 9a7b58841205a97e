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
 * Whether files lie in the database as large objects.
 */
@Component
class LargeObjectsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("large-objects", Group.DATABASE, "Large objects", Need.FIGURES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(context.figures().health().largeObjects() > 0,
				Finding.info("Files lie in the database as large objects.",
						"They are copied and compared too, but only while the app is down, also if the"
								+ " rest is copied ahead."));
	}

}
