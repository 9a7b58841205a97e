package io.shiplift.migration.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why a person did something that the tool would not have done by itself.
 */
record ReasonForm(@NotBlank(message = "Say why: others will read it in the journal.") @Size(max = 1000,
		message = "Use at most 1000 characters.") String reason, String token) {

	ReasonForm {
		reason = (reason != null) ? reason.strip() : "";
		token = (token != null) ? token : "";
	}

}
