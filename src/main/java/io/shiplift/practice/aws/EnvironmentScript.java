package io.shiplift.practice.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.shiplift.aws.Applications.Event;
import io.shiplift.practice.Fate;
import io.shiplift.practice.Pace;

/**
 * What Elastic Beanstalk says while it makes, changes and removes an environment, at
 * seconds as they would be in earnest.
 */
final class EnvironmentScript {

	static final double LAUNCHED = 285;

	static final double GREEN = 300;

	static final double UPDATED = 75;

	static final double TERMINATED = 150;

	private final Instant start;

	private final Pace pace;

	private final List<Event> events = new ArrayList<>();

	EnvironmentScript(Instant start, Pace pace) {
		this.start = start;
		this.pace = pace;
	}

	List<Event> launch(EnvironmentRow row, Fate fate) {
		String name = row.name();
		say(0, "INFO", "createEnvironment is starting.");
		say(4, "INFO", "Using elasticbeanstalk storage for environment data.");
		say(28, "INFO", "Created target group named: " + name + "-tg");
		say(34, "INFO", "Created security group named: " + name + "-balancer");
		say(50, "INFO", "Created Auto Scaling group named: " + name + "-group");
		say(70, "INFO", "Waiting for EC2 instances to launch. This may take a few minutes.");
		if (fate == Fate.HANGS) {
			return this.events;
		}
		say(190, "INFO", "Created load balancer named: " + name + "-balancer");
		say(215, "INFO", "Created load balancer listener with port 443");
		if (fate == Fate.FAILS) {
			say(260, "ERROR", "Instance deployment failed (practice fault): the application did not start.");
			say(LAUNCHED, "ERROR",
					"Create environment operation is complete, but with errors. For more information, see the logs.");
			return this.events;
		}
		say(250, "INFO", "Instance deployment completed successfully.");
		say(280, "INFO", "Application available at " + row.address() + ".");
		say(LAUNCHED, "INFO", "Successfully launched environment: " + name);
		say(GREEN, "INFO", "Environment health has transitioned from Pending to Ok.");
		return this.events;
	}

	List<Event> update(Fate fate) {
		say(0, "INFO", "Environment update is starting.");
		say(6, "INFO", "Updating environment's configuration settings.");
		if (fate == Fate.FAILS) {
			say(UPDATED, "ERROR", "Failed to deploy configuration (practice fault). The old settings stay.");
		}
		else if (fate == Fate.STANDS) {
			say(60, "INFO", "Instance deployment completed successfully.");
			say(UPDATED, "INFO", "Environment update completed successfully.");
		}
		return this.events;
	}

	List<Event> terminate(EnvironmentRow row, Fate fate) {
		say(0, "INFO", "terminateEnvironment is starting.");
		say(40, "INFO", "Deleted load balancer named: " + row.name() + "-balancer");
		if (fate == Fate.STANDS) {
			say(110, "INFO", "Deleted Auto Scaling group named: " + row.name() + "-group");
			say(TERMINATED, "INFO", "terminateEnvironment completed successfully.");
		}
		return this.events;
	}

	Instant at(double seconds) {
		return this.start.plus(this.pace.of(seconds));
	}

	private void say(double seconds, String severity, String message) {
		this.events.add(new Event("", at(seconds), severity, message));
	}

}
