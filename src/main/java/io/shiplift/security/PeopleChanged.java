package io.shiplift.security;

import org.jspecify.annotations.Nullable;

/**
 * Something about the people of a team changed. It is published inside the transaction of
 * the change, so whoever records it does so in the same commit.
 *
 * @param teamId the team it belongs to
 * @param byId who did it; null when the application did it by itself
 * @param byName the name of who did it
 * @param kind what happened
 * @param text what happened, as a sentence without the actor
 */
public record PeopleChanged(long teamId, @Nullable Long byId, String byName, Kind kind, String text) {

	public static PeopleChanged by(Member member, Kind kind, String text) {
		return new PeopleChanged(member.teamId(), member.userId(), member.name(), kind, text);
	}

	/**
	 * What happened.
	 */
	public enum Kind {

		/** The first admin and the first team were made. */
		SET_UP,

		/** A team was made. */
		TEAM_CREATED,

		/** A person was asked to join. */
		INVITED,

		/** A person opened their link and set a password. */
		JOINED,

		/** A person with an account was added to the team. */
		ADDED,

		/** A person got other roles. */
		ROLES_CHANGED,

		/** A person was taken out of the team. */
		REMOVED,

		/** A person can no longer sign in. */
		DISABLED,

		/** A person can sign in again. */
		ENABLED,

		/** A new one-time link was made for a person. */
		LINK_MADE,

		/** A person changed their password. */
		PASSWORD_CHANGED,

		/** A person signed in. */
		SIGNED_IN,

		/** A person signed out. */
		SIGNED_OUT

	}

}
