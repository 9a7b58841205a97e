package io.shiplift.check.config;

import java.util.Set;
import java.util.stream.Collectors;

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
 * Whether code outside the settings reads variables that are empty on AWS.
 */
@Component
class HerokuVariablesCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("heroku-variables", Group.CONFIG, "Variables that only Heroku sets", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		Set<String> settings = context.scan()
			.all(Topic.SETTING)
			.stream()
			.map(Conclusion::file)
			.collect(Collectors.toSet());
		return Verdict.each(
				context.code(Topic.HEROKU_VARIABLE,
						(read) -> !settings.contains(read.file()) && !read.text().contains("ON_AWS")),
				CheckContext::place,
				Finding.warning("The code reads variables that only Heroku sets.",
						"They are empty on AWS. Set them as plain config vars of your own where the code"
								+ " needs them (a release number, the app's name), or take the lines out."));
	}

}
