package io.shiplift.migration.web;

import io.shiplift.repository.Topic;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What a person says instead of what was read.
 */
record CorrectionForm(@Nullable Topic topic, String name, String said, String why) {

	CorrectionForm {
		name = (name != null) ? name.strip() : "";
		said = (said != null) ? said.strip() : "";
		why = (why != null) ? why.strip() : "";
	}

	void validate(Errors errors) {
		if (this.said.length() > 500 || this.said.chars().anyMatch(Character::isISOControl)) {
			errors.rejectValue("said", "wrong", "Use one line of at most 500 characters.");
		}
		if (this.why.isEmpty() || this.why.length() > 500) {
			errors.rejectValue("why", "wrong", "Say in at most 500 characters why; it is kept in the journal.");
		}
	}

}
