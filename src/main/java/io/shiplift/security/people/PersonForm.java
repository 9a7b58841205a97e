package io.shiplift.security.people;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import io.shiplift.security.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an admin types to add a person.
 */
record PersonForm(
		@NotBlank(message = "Enter a name") @Size(max = 100,
				message = "The name must have at most 100 characters") @Nullable String name,
		@NotBlank(message = "Enter an e-mail address") @Nullable String email, @Nullable Set<Role> roles) {

	static PersonForm empty() {
		return new PersonForm("", "", EnumSet.of(Role.VIEWER));
	}

	Set<Role> chosen() {
		return Objects.requireNonNullElse(this.roles, Set.of());
	}

}
