package io.shiplift.dns;

import java.util.List;

import io.shiplift.credentials.Connection;

import org.springframework.stereotype.Component;

/**
 * Opens DnsHost for any connection, by asking the providers found.
 */
@Component
public class DnsHosts {

	private final List<DnsHostProvider> providers;

	DnsHosts(List<DnsHostProvider> providers) {
		this.providers = providers;
	}

	public DnsHost open(Connection connection) {
		return this.providers.stream()
			.filter((provider) -> provider.serves(connection))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Nothing serves " + connection))
			.open(connection);
	}

}
