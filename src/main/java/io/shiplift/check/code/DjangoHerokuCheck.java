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
 * Whether a package sets Django up for Heroku only.
 */
@Component
class DjangoHerokuCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("django-heroku", Group.CODE, "Package django-heroku", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.code(Topic.PACKAGE, (used) -> used.name().matches("django[-_]heroku|django-on-heroku")),
				CheckContext::place,
				Finding.warning("The app uses a package that sets Django up for Heroku, and is no longer looked after.",
						"It replaces ALLOWED_HOSTS, DATABASES, logging and tests by what Heroku needs."
								+ " Take it out and write these settings down."));
	}

}
