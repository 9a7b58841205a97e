package io.shiplift.security.signin;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * What a person types to change their password.
 */
record PasswordForm(@NotBlank(message = "Enter your present password") @Nullable String present,
		@NotBlank(message = "Choose a new password") @Nullable String chosen) {

	@Override
	public String toString() {
		return "PasswordForm[hidden]";
	}

}
