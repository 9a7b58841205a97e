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
 * Whether a library refuses postgres:// addresses.
 */
@Component
class UrlSchemeCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("url-scheme", Group.CODE, "Scheme of the database address", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.code(Topic.PACKAGE,
						(used) -> used.name().matches("sqlalchemy|flask-sqlalchemy|asyncpg|databases|tortoise-orm")),
				CheckContext::place,
				Finding.info("These packages take postgresql:// and not postgres://.",
						"The address on AWS begins with postgresql://. If the code replaces the beginning"
								+ " by itself, make sure that it does so only once; asyncpg does not know sslmode"
								+ " either."));
	}

}
