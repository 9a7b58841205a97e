package io.shiplift.security.signin;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * What a person types to sign in.
 */
record LoginForm(@NotBlank(message = "Enter your e-mail address") @Nullable String username,
		@NotBlank(message = "Enter your password") @Nullable String password) {

	@Override
	public String toString() {
		return "LoginForm[hidden]";
	}

}
