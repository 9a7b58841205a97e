package io.shiplift.check.database;

import io.shiplift.check.Changes;
import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether settings take the address of the database only as Heroku writes it.
 */
@Component
class DatabaseSchemeCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("database-scheme", Group.DATABASE, "Beginning of the database address", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Changes.judge(context, "database-scheme");
	}

}
