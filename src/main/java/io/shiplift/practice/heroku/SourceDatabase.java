package io.shiplift.practice.heroku;

/**
 * The real database behind the scripted app.
 */
interface SourceDatabase {

	/** Its address with user and password, as in DATABASE_URL. */
	String url(String world);

	/** Ends all sessions but our own, and says how many there were. */
	int endSessions(String world);

}
