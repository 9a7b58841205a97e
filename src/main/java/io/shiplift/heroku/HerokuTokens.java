package io.shiplift.heroku;

/**
 * Opens Heroku for a token that is not kept yet, to see whether it is any good.
 */
public interface HerokuTokens {

	/** The account behind a token; nothing can be changed through it. */
	Heroku open(String token);

}
