package io.shiplift.security.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the first admin types.
 */
record SetupForm(@Nullable String token,
		@NotBlank(message = "Enter your name") @Size(max = 100,
				message = "The name must have at most 100 characters") @Nullable String name,
		@NotBlank(message = "Enter your e-mail address") @Nullable String email,
		@NotBlank(message = "Enter a name for your team") @Size(max = 100,
				message = "The team's name must have at most 100 characters") @Nullable String team,
		@NotBlank(message = "Choose a password") @Nullable String password) {

	@Override
	public String toString() {
		return "SetupForm[hidden]";
	}

}
