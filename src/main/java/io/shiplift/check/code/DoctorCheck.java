package io.shiplift.check.code;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;

import org.springframework.stereotype.Component;

/**
 * Whether the code needs changes before it can run on AWS.
 */
@Component
class DoctorCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("doctor", Group.CODE, "Changes to the code", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(context.scan().needed(),
				(proposal) -> proposal.file() + ":" + proposal.line() + " " + proposal.title(),
				Finding.warning("The code needs these changes before it runs well on AWS.",
						"The page of the repository explains each and has it as a patch. Deploy them to"
								+ " Heroku first: they work on both sides."));
	}

}
