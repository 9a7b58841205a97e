package io.shiplift.migration.web;

import io.shiplift.migration.AccountChoice;
import io.shiplift.plan.MigrationName;

import org.springframework.validation.Errors;

/**
 * What a new migration shall be called, the connections it works with, which is practice
 * unless others are chosen, and whose answers it starts from, if any.
 */
record MigrationForm(String name, String connection, String aws, String like, String token) {

	/** The choice of practice. */
	static final String PRACTICE = "practice";

	MigrationForm {
		name = (name != null) ? name : "";
		connection = (connection != null && !connection.isEmpty()) ? connection : PRACTICE;
		aws = (aws != null) ? aws : "";
		like = (like != null) ? like : "";
		token = (token != null) ? token : "";
	}

	/** The name as it will be kept. */
	String clean() {
		return MigrationName.clean(this.name);
	}

	/** What was chosen; practice has an AWS of its own. */
	AccountChoice choice() {
		return new AccountChoice(this.connection.equals(PRACTICE) ? null : this.connection,
				this.aws.isEmpty() ? null : this.aws);
	}

	void validate(Errors errors) {
		MigrationName.problem(clean()).ifPresent((problem) -> errors.rejectValue("name", "wrong", problem));
	}

}
