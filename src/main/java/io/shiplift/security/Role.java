package io.shiplift.security;

/**
 * What a person may do in one team. Roles do not include one another: an admin who is not
 * an approver cannot approve.
 */
public enum Role {

	/** Reads everything of the team. */
	VIEWER,

	/** Answers questions, freezes plans, starts runs. */
	OPERATOR,

	/** Decides on requested cutovers. */
	APPROVER,

	/** Manages people and teams. */
	ADMIN

}
