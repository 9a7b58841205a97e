package io.shiplift.check.database;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;
import io.shiplift.plan.AddOnSort;

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
				mysqlMoves(context) ? context.addOns(AddOnSort.DATABASE, AddOnSort.SEARCH, AddOnSort.STREAM)
						: context.addOns(AddOnSort.MYSQL, AddOnSort.DATABASE, AddOnSort.SEARCH, AddOnSort.STREAM),
				(addOn) -> addOn.name() + " (" + addOn.service() + ")",
				Finding.warning("These add-ons hold data of another kind.",
						"The move of the database does not take them along. Keep the vendor for now, move"
								+ " them by their own tools, or fill search indexes anew."));
	}

	/** Whether the data that moves comes from a MySQL that somebody named. */
	private static boolean mysqlMoves(CheckContext context) {
		return context.answers().value("source", "engine").matches("mysql|mariadb");
	}

}
