package io.shiplift.migration;

import org.jspecify.annotations.Nullable;

/**
 * The connections that somebody chose for a migration: a Heroku account, and an AWS
 * account unless that comes later. Without a Heroku account it is practice.
 */
public record AccountChoice(@Nullable String heroku, @Nullable String aws) {

	/** Practice has accounts of its own. */
	public AccountChoice {
		aws = (heroku != null) ? aws : null;
	}

}
