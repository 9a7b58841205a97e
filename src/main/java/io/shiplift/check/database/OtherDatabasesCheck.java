package io.shiplift.check.database;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether data lies in databases that are not PostgreSQL.
 */
@Component
class OtherDatabasesCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("other-databases", Group.DATABASE, "Other kinds of databases");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.addOns("jawsdb", "jawsdb-maria", "cleardb", "mongolab", "ormongo", "objectrocket", "graphenedb",
						"stackhero-mysql", "heroku-kafka", "bonsai", "searchbox", "foundelasticsearch"),
				(addOn) -> addOn.name() + " (" + addOn.service() + ")",
				Finding.warning("These add-ons hold data of another kind.",
						"A move of Heroku Postgres does not take them along. Keep the vendor for now, move"
								+ " them by their own tools, or fill search indexes anew."));
	}

}
