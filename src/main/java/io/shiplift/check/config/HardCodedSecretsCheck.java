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
 * Whether secrets stand in the repository.
 */
@Component
class HardCodedSecretsCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("hard-coded-secrets", Group.CONFIG, "Secrets in the code", Need.REPOSITORY);
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(context.code(Topic.HARD_CODED_SECRET, (secret) -> secret.confidence() != Confidence.LIKELY),
				(secret) -> secret.place() + " " + secret.name(),
				Finding.warning("Secrets stand in the code.",
						"Whoever reads the repository has them. Read them from variables, set new values,"
								+ " and treat the old ones as known."));
	}

}
