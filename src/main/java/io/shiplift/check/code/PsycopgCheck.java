package io.shiplift.check.code;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.repository.Topic;

import org.springframework.stereotype.Component;

/**
 * Whether the driver must be compiled on the machine.
 */
@Component
class PsycopgCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("psycopg", Group.CODE, "Driver of PostgreSQL", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(context.code(Topic.PACKAGE, (used) -> "psycopg2".equals(used.name())), CheckContext::place,
				Finding.warning(
						"psycopg2 is compiled when it is installed, and Beanstalk's machines have neither"
								+ " compiler nor libpq's headers.",
						"Use psycopg2-binary or psycopg[binary], or list gcc and libpq-devel under"
								+ " packages: yum: in .ebextensions."));
	}

}
