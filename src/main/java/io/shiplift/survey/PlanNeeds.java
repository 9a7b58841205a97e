package io.shiplift.survey;

import io.shiplift.aws.AwsNeeds;
import io.shiplift.plan.Plan;

/**
 * What a frozen plan needs of an AWS account.
 */
public final class PlanNeeds {

	private PlanNeeds() {
	}

	public static AwsNeeds of(Plan plan) {
		return new AwsNeeds(plan.region(), "shiplift-" + plan.migrationId(), plan.migrationId(),
				plan.sizes().instanceType(), plan.sizes().databaseClass(), "Python");
	}

}
