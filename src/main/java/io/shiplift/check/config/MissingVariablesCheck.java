package io.shiplift.check.config;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.repository.Confidence;
import io.shiplift.repository.Topic;

import org.springframework.stereotype.Component;

/**
 * Whether the code needs variables that nobody sets.
 */
@Component
class MissingVariablesCheck implements Check {

	private static final String GIVEN = "PORT|PATH|HOME|USER|PWD|LANG|TZ|DYNO|CI|HEROKU_.*|PYTHON.*";

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("missing-variables", Group.CONFIG, "Variables without a value", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(context.code(Topic.VARIABLE,
				(read) -> read.value().isEmpty() && read.confidence() != Confidence.LIKELY && !context.sets(read.name())
						&& !context.app().masked().contains(read.name()) && !read.name().matches(GIVEN)),
				CheckContext::place,
				Finding
					.info("The code reads these variables, Heroku does not set them, and it cannot do without.",
							"It may be for tests only. If the app needs one in production, set it before the move.")
					.run("heroku config:set NAME=value --app " + context.app().name()));
	}

}
