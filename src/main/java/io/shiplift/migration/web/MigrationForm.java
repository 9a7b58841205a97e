package io.shiplift.migration.web;

import io.shiplift.plan.MigrationName;

import org.springframework.validation.Errors;

/**
 * What a new migration shall be called.
 */
record MigrationForm(String name, String token) {

	MigrationForm {
		name = (name != null) ? name : "";
		token = (token != null) ? token : "";
	}

	/** The name as it will be kept. */
	String clean() {
		return MigrationName.clean(this.name);
	}

	void validate(Errors errors) {
		MigrationName.problem(clean()).ifPresent((problem) -> errors.rejectValue("name", "wrong", problem));
	}

}
