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
 * Whether rows of some tables cannot be told apart.
 */
@Component
class KeylessTablesCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("keyless-tables", Group.DATABASE, "Tables without a key", Need.FIGURES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		Finding finding = "AHEAD".equals(context.answers().value("method", "method"))
				? Finding.warning("These tables have no key, so they are copied whole while the app is down.",
						"Add a primary key if one of them is large.")
				: Finding.info("These tables have no key.",
						"They are copied and compared like all others; only a copy made ahead would take"
								+ " longer for them.");
		return Verdict.names(context.figures().keyless(), finding);
	}

}
