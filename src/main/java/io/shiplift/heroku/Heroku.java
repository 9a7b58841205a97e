package io.shiplift.heroku;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One Heroku account in our words. Every call may throw
 * {@link io.shiplift.outside.OutsideProblem}; calls that change something are repeatable.
 */
public interface Heroku extends Inventory {

	/** Sets the number of dynos of some process types; others stay as they are. */
	List<Formation> scale(String app, Map<String, Integer> quantities);

	/** Dynos that are up or starting, by process type. */
	Map<String, Integer> runningDynos(String app);

	App maintenance(String app, boolean on);

	/**
	 * The address of the main database, read at the time of use because Heroku rotates
	 * it.
	 */
	String databaseUrl(String app);

	/** Ends all sessions on the main database and answers with how many there were. */
	int resetDatabaseConnections(String app);

	/**
	 * Starts a backup of the main database; the app may go on running meanwhile. Heroku
	 * does not know tokens, so whoever is in doubt looks at {@link #backups} first.
	 */
	Backup captureBackup(String app, String token);

	/** Backups of the main database, newest first. */
	List<Backup> backups(String app);

	/**
	 * Where a finished backup can be fetched, for an hour; it is as secret as its data.
	 */
	String backupUrl(String app, int number);

	/** A backup that Heroku keeps; size in bytes, 0 while it is not known. */
	record Backup(int number, State state, long bytes, String note) {

		/** What became of a backup. */
		public enum State {

			/** It is being written. */
			RUNNING,

			/** It can be fetched. */
			DONE,

			/** It was not written; the note says why. */
			FAILED

		}

		/** What Heroku calls it, such as {@code b001}. */
		public String name() {
			return String.format(Locale.ROOT, "b%03d", this.number);
		}

	}

}
