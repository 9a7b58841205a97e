package io.shiplift.aws;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Elastic Beanstalk application versions and environments.
 */
public interface Applications {

	Optional<Version> findVersion(String application, String label);

	/** Registers a bundle, which is looked through before it can be deployed. */
	void createVersion(VersionRequest request);

	void deleteVersion(String application, String label, String token);

	Optional<Environment> findEnvironment(String name);

	void createEnvironment(EnvironmentRequest request);

	/** Changes option settings, for example process quantities or variables. */
	void updateEnvironment(String name, Map<String, String> settings, String token);

	void terminateEnvironment(String name, String token);

	List<Event> events(String environment, @Nullable String afterId);

	/** A version to be registered, made of an object in a bucket. */
	record VersionRequest(String application, String label, String bucket, String key, Map<String, String> tags,
			String token) {

	}

	/** A version of an application. */
	record Version(String label, State state) {

		/** How far AWS is with looking through it. */
		public enum State {

			/** Being looked through. */
			PROCESSING,

			/** Can be deployed. */
			READY,

			/** Something in the bundle is not as it must be. */
			FAILED

		}

	}

	/**
	 * An environment to be made on the newest platform for a language, such as
	 * {@code Python 3.13}, or {@code Python} for its newest version.
	 */
	record EnvironmentRequest(String application, String name, String versionLabel, String platform,
			Map<String, String> settings, Map<String, String> tags, String token) {

	}

	/** An environment: ready is not healthy. */
	record Environment(String name, String id, Status status, Health health, String address,
			Map<String, String> settings, Map<String, String> tags) {

		/**
		 * Those of the settings that it does not have; the order of a list is no matter.
		 */
		public Map<String, String> lacks(Map<String, String> wanted) {
			Map<String, String> lacking = new TreeMap<>(wanted);
			lacking.entrySet().removeIf((setting) -> {
				String standing = this.settings.get(setting.getKey());
				return standing != null && same(setting.getValue(), standing);
			});
			return lacking;
		}

		private static boolean same(String one, String other) {
			return one.equals(other) || (one.contains(",") && parts(one).equals(parts(other)));
		}

		private static Set<String> parts(String list) {
			return new HashSet<>(List.of(list.split("\\s*,\\s*")));
		}

	}

	/** One event; severity is TRACE to FATAL. */
	record Event(String id, Instant at, String severity, String message) {

	}

	/** Life cycle of an environment. */
	enum Status {

		/** Being made for the first time. */
		LAUNCHING,

		/** Being changed. */
		UPDATING,

		/** No change under way. */
		READY,

		/** Being removed. */
		TERMINATING

	}

	/** Health colour of an environment. */
	enum Health {

		/** No data, or changing. */
		GREY,

		/** All checks pass. */
		GREEN,

		/** Some checks fail. */
		YELLOW,

		/** Most checks fail. */
		RED

	}

}
