package io.shiplift.survey;

import io.shiplift.migration.HubTask;
import io.shiplift.migration.Migration;

import org.springframework.stereotype.Component;

/**
 * The look at the AWS account as a task on the migration's page.
 */
@Component
class AwsLookTask implements HubTask {

	private final AwsLooks looks;

	AwsLookTask(AwsLooks looks) {
		this.looks = looks;
	}

	/** Practice has no account to look at. */
	@Override
	public boolean concerns(Migration migration) {
		return migration.awsConnectionId() != null;
	}

	@Override
	public Card card(Migration migration) {
		return this.looks.newest(migration)
			.map((look) -> card(migration, look.status(), word(migration, look)))
			.orElseGet(() -> card(migration, "WAITING", "not looked yet"));
	}

	private static String word(Migration migration, AwsLook look) {
		return look.words() + ((look.planNumber() < migration.planNumber()) ? ", for plan " + look.planNumber() : "");
	}

	private static Card card(Migration migration, String status, String word) {
		return new Card("Look at the AWS account",
				"Permissions, limits, names that are taken, and what the region offers. Nothing is changed.", status,
				word, "/migrations/" + migration.id() + "/aws", "See what was found");
	}

}
