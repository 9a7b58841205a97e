package io.shiplift.check.config;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceApp;
import io.shiplift.repository.Topic;

import org.springframework.stereotype.Component;

/**
 * Whether config vars are set that no line of code reads.
 */
@Component
class UnusedVariablesCheck implements Check {

	/** What libraries and programs read by themselves. */
	private static final String LIBRARIES = "HEROKU_.*|PYTHON.*|DJANGO_SETTINGS_MODULE|WEB_CONCURRENCY|GUNICORN_.*|TZ|PORT"
			+ "|NEW_RELIC_.*|SENTRY_.*|AWS_.*|DD_.*|SCOUT_.*|DISABLE_COLLECTSTATIC|BUILDPACK_URL|NODE_.*|NPM_.*|PIP_.*";

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("unused-variables", Group.CONFIG, "Unread config vars", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		if (context.scan().all(Topic.VARIABLE).isEmpty()) {
			return Verdict.unknown(
					"The scan found no line that reads a variable, so nothing can be said of those" + " that are set.");
		}
		return Verdict.each(
				context.app()
					.configVars()
					.stream()
					.filter((set) -> set.addOn() == null && !set.name().matches(LIBRARIES)
							&& context.scan().first(Topic.VARIABLE, set.name()).isEmpty()
							&& context.scan().first(Topic.HEROKU_VARIABLE, set.name()).isEmpty())
					.toList(),
				SourceApp.ConfigVar::name,
				Finding.info("No line of the code reads these config vars.",
						"A library may. Leave those behind that you know to be of no use: Beanstalk has"
								+ " room for 4,096 bytes."));
	}

}
