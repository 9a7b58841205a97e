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
 * Whether long-lived AWS keys move along.
 */
@Component
class AwsKeysCheck implements Check {

	@Override
	public CheckSheet sheet() {
		return CheckSheet.of("aws-keys", Group.CONFIG, "Keys of AWS");
	}

	@Override
	public Verdict judge(CheckContext context) {
		return Verdict.each(
				context.app()
					.configVars()
					.stream()
					.filter((set) -> set.addOn() == null && set.name().matches("AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY)"))
					.toList(),
				SourceApp.ConfigVar::name,
				Finding.warning("The app has long-lived keys of AWS.",
						"They win over the role that its machines get, and stay valid wherever they were"
								+ " copied. Give the role the rights instead, leave the keys behind, and delete them"
								+ " after the move."));
	}

}
