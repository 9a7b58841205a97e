package io.shiplift.check.config;

import io.shiplift.check.Check;
import io.shiplift.check.CheckContext;
import io.shiplift.check.CheckSheet;
import io.shiplift.check.Finding;
import io.shiplift.check.Group;
import io.shiplift.check.Verdict;
import io.shiplift.plan.EnvironmentSize;

import org.springframework.stereotype.Component;

/**
 * Whether the config vars fit into a Beanstalk environment.
 */
@Component
class EnvironmentSizeCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("environment-size", Group.CONFIG, "Size of all config vars");
	}

	@Override
	public Verdict judge(CheckContext context) {
		int bytes = EnvironmentSize.least(context.app(), context.answers());
		if (bytes > EnvironmentSize.LIMIT) {
			return Verdict.of(
					Finding
						.blocker(
								"The names of the config vars and the references to their secrets alone take more"
										+ " than 4,096 bytes, the limit of a Beanstalk environment.",
								"Leave behind what nobody reads, or put many values into one secret that the app"
										+ " reads at start.")
						.seen(context.app().configVars().size() + " config vars"));
		}
		return Verdict.when(bytes > EnvironmentSize.CLOSE,
				Finding.warning(
						"The names of the config vars and the references to their secrets take more than"
								+ " 3,500 of the 4,096 bytes that a Beanstalk environment has.",
						"Plain values come on top. Leave behind what nobody reads; the preparation stops"
								+ " if it is too much."));
	}

}
