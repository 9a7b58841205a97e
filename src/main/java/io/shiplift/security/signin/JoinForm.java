package io.shiplift.security.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody with a one-time link types.
 */
record JoinForm(@Nullable String token,
		@NotBlank(message = "Enter your name") @Size(max = 100,
				message = "The name must have at most 100 characters") @Nullable String name,
		@NotBlank(message = "Choose a password") @Nullable String password) {

	@Override
	public String toString() {
		return "JoinForm[hidden]";
	}

}
