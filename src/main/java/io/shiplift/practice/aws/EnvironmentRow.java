package io.shiplift.practice.aws;

import java.time.Instant;
import java.util.Map;

import io.shiplift.aws.Applications.Environment;
import io.shiplift.aws.Applications.Health;
import io.shiplift.aws.Applications.Status;

/**
 * An environment with the phase it is in, when that ends if ever, and from when on it is
 * healthy if ever.
 */
record EnvironmentRow(long id, String name, int generation, String environmentId, String application, String version,
		String address, Map<String, String> settings, Map<String, String> tags, String token, Phase phase,
		Instant phaseEnds, Instant greenFrom) {

	boolean over(Instant now) {
		return !this.phaseEnds.isAfter(now);
	}

	boolean stands(Instant now) {
		return this.phase.status() != Status.TERMINATING || !over(now);
	}

	Status status(Instant now) {
		return over(now) ? Status.READY : this.phase.status();
	}

	Health health(Instant now) {
		if (this.phase.status() == Status.TERMINATING) {
			return Health.GREY;
		}
		if (!this.greenFrom.isAfter(now)) {
			return Health.GREEN;
		}
		return (this.greenFrom.equals(Column.NEVER) && over(now)) ? Health.RED : Health.GREY;
	}

	Environment environment(Instant now) {
		return new Environment(this.name, this.environmentId, status(now), health(now), this.address, this.settings,
				this.tags);
	}

	/** What an environment is busy with, by which call. */
	record Phase(Status status, String token) {

	}

}
