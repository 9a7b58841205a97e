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
 * Whether indexes of the source are invalid.
 */
@Component
class InvalidIndexesCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("invalid-indexes", Group.DATABASE, "Broken indexes", Need.FIGURES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.names(context.figures().health().invalidIndexes(),
				Finding
					.warning("These indexes are broken on the source: nothing uses them.",
							"The copy would build them anew and may meet duplicates that they failed on. Drop"
									+ " or rebuild them first.")
					.run("reindex index concurrently "
							+ context.figures().health().invalidIndexes().stream().findFirst().orElse("")));
	}

}
