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
 * Whether the database is used under several roles.
 */
@Component
class DatabaseCredentialsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("database-credentials", Group.DATABASE, "Further credentials", Need.DATABASE,
				Need.SERVICES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(context.attachments((attachment) -> attachment.namespace().startsWith("credential:")),
				(attachment) -> attachment.name() + " " + attachment.namespace(),
				Finding.warning("The database is attached under further credentials, with rights of their own.",
						"On AWS the app gets one role that owns everything. Make the other roles and their"
								+ " grants by hand after the preparation."));
	}

}
