package io.shiplift.practice.aws;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import io.shiplift.aws.Applications.Environment;
import io.shiplift.practice.ConditionalOnPractice;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The environments of all practice worlds by their address, as visitors find them.
 */
@Component
@ConditionalOnPractice
public class Environments {

	private final JdbcClient jdbc;

	private final Clock clock;

	public Environments(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The environment that answers at a host name. */
	public Optional<Environment> at(String world, String host) {
		Instant now = this.clock.instant();
		return new EnvironmentRows(this.jdbc, world).standing(now)
			.stream()
			.filter((row) -> row.address().equalsIgnoreCase(host))
			.map((row) -> row.environment(now))
			.findFirst();
	}

}
