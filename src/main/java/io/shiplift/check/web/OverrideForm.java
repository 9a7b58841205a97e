package io.shiplift.check.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why a person goes on in spite of a finding; {@code hash} stands for the one they saw.
 */
record OverrideForm(@NotBlank(message = "Say why it is right to go on: others will read it.") @Size(max = 1000,
		message = "Use at most 1000 characters.") String reason, String hash) {

	OverrideForm {
		reason = (reason != null) ? reason.strip() : "";
		hash = (hash != null) ? hash : "";
	}

}
