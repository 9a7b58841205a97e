package io.shiplift.aws;

import java.util.List;

import io.shiplift.credentials.Connection;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Opens Aws for any connection, by asking the providers found.
 */
@Component
public class AwsAccounts {

	private final List<AwsProvider> providers;

	AwsAccounts(ObjectProvider<AwsProvider> providers) {
		this.providers = providers.orderedStream().toList();
	}

	public Aws open(Connection connection, String region) {
		return this.providers.stream()
			.filter((provider) -> provider.serves(connection))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Nothing serves " + connection))
			.open(connection, region);
	}

}
