package io.shiplift.migration.web;

import io.shiplift.plan.MigrationName;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What a new migration shall be called, the connection it works with, which is practice
 * unless another one is chosen, and whose answers it starts from, if any.
 */
record MigrationForm(String name, String connection, String like, String token) {

	/** The choice of practice. */
	static final String PRACTICE = "practice";

	MigrationForm {
		name = (name != null) ? name : "";
		connection = (connection != null && !connection.isEmpty()) ? connection : PRACTICE;
		like = (like != null) ? like : "";
		token = (token != null) ? token : "";
	}

	/** The name as it will be kept. */
	String clean() {
		return MigrationName.clean(this.name);
	}

	@Nullable String connectionId() {
		return this.connection.equals(PRACTICE) ? null : this.connection;
	}

	void validate(Errors errors) {
		MigrationName.problem(clean()).ifPresent((problem) -> errors.rejectValue("name", "wrong", problem));
	}

}
