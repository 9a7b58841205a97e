package io.shiplift.http;

import java.util.List;

import io.shiplift.credentials.Connection;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The probe for a connection.
 */
@Component
public class Probes {

	private final List<Probe> probes;

	Probes(ObjectProvider<Probe> probes) {
		this.probes = probes.orderedStream().toList();
	}

	public Probe of(Connection connection) {
		return this.probes.stream()
			.filter((probe) -> probe.serves(connection))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No probe serves " + connection));
	}

}
