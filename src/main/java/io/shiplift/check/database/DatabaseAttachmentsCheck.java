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
 * Whether other apps use the same database.
 */
@Component
class DatabaseAttachmentsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("database-attachments", Group.DATABASE, "Other apps on the database", Need.DATABASE,
				Need.SERVICES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(context.attachments((attachment) -> !attachment.app().equals(context.app().name())),
				(attachment) -> attachment.app() + " as " + attachment.name(),
				Finding
					.blocker("Other apps use this database too.",
							"They would go on writing into the old one after the cutover. Move them together"
									+ " or stop them in the window; accept this if they only read and may stay behind.")
					.run("heroku addons:info " + context.database().addOn()));
	}

}
