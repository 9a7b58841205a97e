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
 * Whether text is kept in UTF-8.
 */
@Component
class EncodingCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("encoding", Group.DATABASE, "Encoding", Need.FIGURES);
	}

	@Override
	public Verdict judge(CheckContext context) {
		String encoding = context.figures().encoding();
		return Verdict.when(!"UTF8".equals(encoding),
				Finding.warning("The database keeps text as " + encoding + ", not as UTF8.",
						"It is copied as it is. Bytes that are no text of that encoding stop the copy: the"
								+ " rehearsal shows whether there are any."));
	}

}
