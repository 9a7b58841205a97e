package io.shiplift.http;

import java.util.List;

import io.shiplift.credentials.Connection;

import org.springframework.stereotype.Component;

/**
 * The probe for a connection.
 */
@Component
public class Probes {

	private final List<Probe> probes;

	Probes(List<Probe> probes) {
		this.probes = probes;
	}

	public Probe of(Connection connection) {
		return this.probes.stream()
			.filter((probe) -> probe.serves(connection))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No probe serves " + connection));
	}

}
