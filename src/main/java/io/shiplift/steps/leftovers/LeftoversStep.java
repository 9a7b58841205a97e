package io.shiplift.steps.leftovers;

import java.util.List;

import io.shiplift.aws.Aws;
import io.shiplift.aws.AwsAccounts;
import io.shiplift.fact.NothingLeft;
import io.shiplift.step.RunKind;
import io.shiplift.step.Step;
import io.shiplift.step.StepContext;
import io.shiplift.step.StepResult;
import io.shiplift.step.StepSheet;

import org.springframework.stereotype.Component;

/**
 * Asks AWS for whatever still carries this migration's tag. What is kept on purpose is
 * named; anything else stops the teardown.
 */
@Component
class LeftoversStep implements Step {

	private final AwsAccounts accounts;

	LeftoversStep(AwsAccounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public StepSheet sheet() {
		return StepSheet
			.of("leftovers", "Nothing left",
					"Searches AWS by tag for anything this migration made and still costs money.", NothingLeft.class)
			.forward(RunKind.TEARDOWN);
	}

	@Override
	public StepResult advance(StepContext context) {
		List<Aws.Leftover> found = this.accounts.open(context.connection(), context.plan().region())
			.leftovers(context.migrationId());
		List<String> unexplained = found.stream()
			.filter((leftover) -> leftover.keptBecause().isEmpty())
			.map((leftover) -> leftover.type() + " " + leftover.name())
			.toList();
		if (!unexplained.isEmpty()) {
			return StepResult.retry("Still there: " + String.join(", ", unexplained));
		}
		return StepResult.done(new NothingLeft(found.stream()
			.map((leftover) -> leftover.type() + " " + leftover.name() + ": " + leftover.keptBecause())
			.toList()));
	}

}
