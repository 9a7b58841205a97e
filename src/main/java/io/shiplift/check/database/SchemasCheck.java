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
 * Whether there are so many schemas that reading them takes long.
 */
@Component
class SchemasCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("schemas", Group.DATABASE, "Many schemas", Need.FIGURES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.when(context.figures().health().schemas() > 50,
				Finding.warning("The database has more than 50 schemas.",
						"Structure is copied object by object, so plan more time and rely on what the"
								+ " rehearsal measures."));
	}

}
