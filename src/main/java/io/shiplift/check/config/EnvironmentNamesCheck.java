package io.shiplift.check.config;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;
import io.shiplift.fact.SourceApp;

import org.springframework.stereotype.Component;

/**
 * Whether both sides report under one name during the rehearsal.
 */
@Component
class EnvironmentNamesCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("environment-names", Group.CONFIG, "Name of the environment");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.names(context.app()
			.configVars()
			.stream()
			.map(SourceApp.ConfigVar::name)
			.filter((name) -> name.matches(
					"SENTRY_ENVIRONMENT|NEW_RELIC_APP_NAME|NEW_RELIC_ENVIRONMENT|DD_ENV|ROLLBAR_ENVIRONMENT|APP_ENV|ENVIRONMENT|HONEYBADGER_ENV"))
			.toList(),
				Finding.info("These config vars name the environment for other services.",
						"While both sides run, errors and figures of AWS and Heroku come under one name."
								+ " Give AWS another one until the cutover."));
	}

}
