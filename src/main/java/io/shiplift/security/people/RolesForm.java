package io.shiplift.security.people;

import java.util.Objects;
import java.util.Set;

import io.shiplift.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * The roles an admin ticks for a person.
 */
record RolesForm(@Nullable Set<Role> roles) {

	Set<Role> chosen() {
		return Objects.requireNonNullElse(this.roles, Set.of());
	}

}
