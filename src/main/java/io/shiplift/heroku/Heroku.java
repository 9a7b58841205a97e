package io.shiplift.heroku;

import java.util.List;
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
