package io.shiplift.aws.sdk;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.shiplift.aws.Applications.Environment;
import io.shiplift.aws.Applications.Health;
import io.shiplift.aws.Applications.Status;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentHealth;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentHealthStatus;

/**
 * Environments of Beanstalk in our words.
 */
final class EnvironmentViews {

	private EnvironmentViews() {
	}

	static Environment of(EnvironmentDescription environment, Map<String, String> settings, Map<String, String> tags) {
		String address = Stream.of(environment.cname(), environment.endpointURL())
			.filter(Objects::nonNull)
			.findFirst()
			.orElse("");
		return new Environment(environment.environmentName(), environment.environmentId(), status(environment),
				health(environment), address, settings, tags);
	}

	static Status status(EnvironmentDescription environment) {
		return switch (environment.status()) {
			case READY -> Status.READY;
			case LAUNCHING -> Status.LAUNCHING;
			case TERMINATING, TERMINATED -> Status.TERMINATING;
			case UPDATING, ABORTING, LINKING_FROM, LINKING_TO, UNKNOWN_TO_SDK_VERSION -> Status.UPDATING;
		};
	}

	/** The status of enhanced health if there is one, as colours say less. */
	private static Health health(EnvironmentDescription environment) {
		EnvironmentHealthStatus enhanced = environment.healthStatus();
		if (enhanced != null && enhanced != EnvironmentHealthStatus.UNKNOWN_TO_SDK_VERSION) {
			return switch (enhanced) {
				case OK, INFO -> Health.GREEN;
				case WARNING -> Health.YELLOW;
				case DEGRADED, SEVERE -> Health.RED;
				default -> Health.GREY;
			};
		}
		return switch (Objects.requireNonNullElse(environment.health(), EnvironmentHealth.GREY)) {
			case GREEN -> Health.GREEN;
			case YELLOW -> Health.YELLOW;
			case RED -> Health.RED;
			default -> Health.GREY;
		};
	}

}
