package io.shiplift.security.people;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

import io.shiplift.security.Role;

/**
 * Roles in words.
 */
final class Roles {

	private Roles() {
	}

	static String text(Collection<Role> roles) {
		return roles.stream()
			.sorted()
			.filter((role) -> role != Role.VIEWER || roles.size() == 1)
			.map((role) -> role.name().toLowerCase(Locale.ROOT))
			.collect(
					Collectors.collectingAndThen(Collectors.joining(", "), (text) -> text.isEmpty() ? "viewer" : text));
	}

}
