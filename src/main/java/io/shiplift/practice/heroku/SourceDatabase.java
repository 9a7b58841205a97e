package io.shiplift.practice.heroku;

import io.shiplift.heroku.Heroku;

/**
 * The real database behind the scripted app.
 */
interface SourceDatabase {

	/** Its address with user and password, as in DATABASE_URL. */
	String url(String world);

	/** Ends all sessions but our own, and says how many there were. */
	int endSessions(String world);

	/** Starts to write a backup; it goes on if this application ends. */
	void dump(String world, String token);

	/** What became of a backup. */
	Dump dumped(String token);

	/** Where a finished backup can be fetched for a while. */
	String dumpUrl(String token);

	/** A backup as far as it is. */
	record Dump(Heroku.Backup.State state, long bytes, String note) {

	}

}
