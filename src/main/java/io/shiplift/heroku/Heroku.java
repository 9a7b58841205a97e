package io.shiplift.heroku;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One Heroku account in our words. Every call may throw
 * {@link io.shiplift.outside.OutsideProblem}; calls that change something are repeatable.
 */
public interface Heroku {

	List<App> apps();

	Optional<App> app(String name);

	List<Formation> formation(String app);

	/** Sets the number of dynos of some process types; others stay as they are. */
	List<Formation> scale(String app, Map<String, Integer> quantities);

	/** Dynos that are up or starting, by process type. */
	Map<String, Integer> runningDynos(String app);

	App maintenance(String app, boolean on);

	List<ConfigVar> configVars(String app);

	List<AddOn> addOns(String app);

	List<String> domains(String app);

	/** Jobs of the scheduler add-on; there is no documented call that pauses them. */
	List<Job> schedulerJobs(String app);

	/**
	 * The address of the main database, read at the time of use because Heroku rotates
	 * it.
	 */
	String databaseUrl(String app);

	/** Ends all sessions on the main database and answers with how many there were. */
	int resetDatabaseConnections(String app);

	/**
	 * Starts a backup of the main database, unless one was started with this token; the
	 * app may go on running meanwhile.
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

	/** An app; {@code region} is Heroku's own word, such as {@code us}. */
	record App(String name, String region, String stack, boolean maintenance, String webUrl) {

	}

	/** A process type with its command, number of dynos and dyno size. */
	record Formation(String type, String command, int quantity, String size) {

	}

	/** A config var with its value; {@code addOn} names the add-on that owns it. */
	record ConfigVar(String name, String value, @Nullable String addOn) {

		@Override
		public String toString() {
			return "ConfigVar[name=" + this.name + ", addOn=" + this.addOn + "]";
		}

	}

	/** An add-on with its billed price in US cents a month. */
	record AddOn(String name, String service, String plan, int centsPerMonth, List<String> configVars) {

	}

	/** A scheduled job, such as {@code every 10 minutes}. */
	record Job(String command, String schedule) {

	}

}
