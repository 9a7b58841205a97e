package io.shiplift.check.code;

import io.shiplift.check.Changes;
import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether each request opens a connection to the database, or keeps one for ever.
 */
@Component
class ConnectionAgeCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("connection-age", Group.CODE, "Age of connections", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Changes.judge(context, "connection-age");
	}

}
