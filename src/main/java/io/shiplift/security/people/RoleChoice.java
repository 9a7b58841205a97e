package io.shiplift.security.people;

import java.util.List;

import io.shiplift.security.Role;

/**
 * A role to tick, with what it is for.
 */
record RoleChoice(Role value, String title, String hint) {

	/** Viewer is not among them: whoever is in a team may look. */
	static final List<RoleChoice> ALL = List.of(
			new RoleChoice(Role.OPERATOR, "Operator", "Answers questions, freezes plans, starts and steers runs."),
			new RoleChoice(Role.APPROVER, "Approver", "Decides on cutovers that somebody else requested."),
			new RoleChoice(Role.ADMIN, "Admin", "Looks after people, roles and connections."));

}
