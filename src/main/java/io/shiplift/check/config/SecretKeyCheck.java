package io.shiplift.check.config;

import java.util.List;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Need;
import io.shiplift.check.Verdict;
import io.shiplift.repository.Conclusion;
import io.shiplift.repository.Topic;

import org.springframework.stereotype.Component;

/**
 * Whether sessions can be signed on AWS.
 */
@Component
class SecretKeyCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("secret-key", Group.CONFIG, "Secret key of Django", Need.DJANGO);
	}

	@Override
	public Verdict judge(CheckContext context) {
		List<Conclusion> read = context.code(Topic.VARIABLE,
				(variable) -> variable.name().matches("(DJANGO_)?SECRET_KEY"));
		List<String> unset = read.stream()
			.filter((variable) -> !context.sets(variable.name()) && !context.app().masked().contains(variable.name()))
			.map(CheckContext::place)
			.toList();
		return Verdict.names(unset,
				Finding
					.warning("The code signs sessions with a variable that Heroku does not set.",
							"It runs with a default that stands in the code. Set a secret of its own;"
									+ " everybody signs in again then.")
					.run("python -c \"import secrets; print(secrets.token_urlsafe(50))\""));
	}

}
