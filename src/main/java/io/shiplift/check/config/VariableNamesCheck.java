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
 * Whether Beanstalk takes the names.
 */
@Component
class VariableNamesCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("variable-names", Group.CONFIG, "Names of config vars");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.names(
				context.app()
					.configVars()
					.stream()
					.map(SourceApp.ConfigVar::name)
					.filter((name) -> !name.matches("[A-Za-z_][A-Za-z0-9_]{0,127}") || name.startsWith("AWSEB"))
					.toList(),
				Finding.warning("Beanstalk may refuse these names or hide them from the app.",
						"Give them names of letters, digits and underscores that begin with a letter."));
	}

}
