package io.shiplift.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Elastic Beanstalk application versions and environments.
 */
public interface Applications {

	Optional<String> findVersion(String application, String label);

	void createVersion(String application, String label, String bucket, String key, String token);

	void deleteVersion(String application, String label, String token);

	Optional<Environment> findEnvironment(String name);

	void createEnvironment(EnvironmentRequest request);

	/** Changes option settings, for example process quantities or variables. */
	void updateEnvironment(String name, Map<String, String> settings, String token);

	void terminateEnvironment(String name, String token);

	List<Event> events(String environment, @Nullable String afterId);

	/** An environment to be made. */
	record EnvironmentRequest(String application, String name, String versionLabel, Map<String, String> settings,
			Map<String, String> tags, String token) {

	}

	/** An environment: ready is not healthy. */
	record Environment(String name, String id, Status status, Health health, String address,
			Map<String, String> settings, Map<String, String> tags) {

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
