package io.shiplift.steps.preflight;

import java.util.List;

import io.shiplift.aws.AwsFinding;
import io.shiplift.aws.AwsFinding.Standing;
import io.shiplift.aws.AwsNeeds;
import io.shiplift.aws.AwsSurvey;
import io.shiplift.step.StepContext;
import io.shiplift.survey.PlanNeeds;

import org.springframework.stereotype.Component;

/**
 * Looks at the account once more before anything is made in it. What AWS does not tell is
 * noted, and only what is known to be in the way stops the run.
 */
@Component
class AccountLook {

	private final List<AwsSurvey> surveys;

	AccountLook(List<AwsSurvey> surveys) {
		this.surveys = surveys;
	}

	List<String> problems(StepContext context) {
		AwsNeeds needs = PlanNeeds.of(context.plan());
		List<AwsFinding> findings = this.surveys.stream()
			.filter((survey) -> survey.serves(context.connection()))
			.flatMap((survey) -> survey.look(context.connection(), needs).stream())
			.toList();
		findings.stream()
			.filter((finding) -> finding.standing() == Standing.UNKNOWN)
			.forEach((finding) -> context.note(finding.words()));
		return findings.stream()
			.filter((finding) -> finding.standing() == Standing.BLOCKS)
			.map(AwsFinding::words)
			.toList();
	}

}
