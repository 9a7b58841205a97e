package io.shiplift.aws.sdk;

import java.util.List;

import io.shiplift.aws.Aws;
import io.shiplift.aws.AwsProvider;
import io.shiplift.aws.RoleArn;
import io.shiplift.credentials.Connection;

import org.springframework.stereotype.Component;

/**
 * Opens the real account of a migration.
 */
@Component
class SdkAwsProvider implements AwsProvider {

	private final AccountClients accounts;

	SdkAwsProvider(AccountClients accounts) {
		this.accounts = accounts;
	}

	@Override
	public boolean serves(Connection connection) {
		return connection instanceof Connection.Accounts;
	}

	@Override
	public Aws open(Connection connection, String region) {
		Connection.Accounts chosen = (Connection.Accounts) connection;
		Clients clients = this.accounts.open(chosen, region);
		StackRoles roles = RoleArn.of(this.accounts.known(chosen).roleArn())
			.map((role) -> new StackRoles(role.stacks(), role.limit()))
			.orElse(StackRoles.NONE);
		return new SdkAws(clients, new SdkStacks(clients, roles), List::of);
	}

}
