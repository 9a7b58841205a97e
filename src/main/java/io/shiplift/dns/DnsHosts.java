package io.shiplift.dns;

import java.util.List;

import io.shiplift.credentials.Connection;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Opens DnsHost for any connection, by asking the providers found.
 */
@Component
public class DnsHosts {

	private final List<DnsHostProvider> providers;

	DnsHosts(ObjectProvider<DnsHostProvider> providers) {
		this.providers = providers.orderedStream().toList();
	}

	public DnsHost open(Connection connection) {
		return this.providers.stream()
			.filter((provider) -> provider.serves(connection))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Nothing serves " + connection))
			.open(connection);
	}

}
