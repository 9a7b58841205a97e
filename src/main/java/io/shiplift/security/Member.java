package io.shiplift.security;

import java.util.Set;

import org.springframework.security.access.AccessDeniedException;

/**
 * A signed-in person in the team they are working for.
 */
public record Member(long userId, String name, long teamId, String teamName, Set<Role> roles) {

	public boolean is(Role role) {
		return this.roles.contains(role);
	}

	/** Refuses with 403 unless the person has the role in this team. */
	public void require(Role role) {
		if (!is(role)) {
			throw new AccessDeniedException("This needs the role " + role.name().toLowerCase(java.util.Locale.ROOT)
					+ " in team " + this.teamName + ". An admin of the team can grant it.");
		}
	}

}
