package io.shiplift.aws.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.shiplift.aws.AwsFinding;
import io.shiplift.aws.AwsNeeds;
import io.shiplift.aws.AwsSurvey;
import io.shiplift.credentials.AwsConnection;
import io.shiplift.credentials.Connection;
import io.shiplift.outside.OutsideProblem;

import org.springframework.stereotype.Component;

/**
 * Looks at a real account. What AWS does not tell is said to be unknown, and the rest is
 * looked at all the same.
 */
@Component
class SdkSurvey implements AwsSurvey {

	private final AccountClients accounts;

	SdkSurvey(AccountClients accounts) {
		this.accounts = accounts;
	}

	@Override
	public boolean serves(Connection connection) {
		return connection instanceof Connection.Accounts;
	}

	@Override
	public List<AwsFinding> look(Connection connection, AwsNeeds needs) {
		Connection.Accounts chosen = (Connection.Accounts) connection;
		return look(this.accounts.open(chosen, needs.region()), this.accounts.known(chosen), needs);
	}

	static List<AwsFinding> look(Clients clients, AwsConnection connection, AwsNeeds needs) {
		List<AwsFinding> findings = new ArrayList<>();
		AwsConnection.Place place = connection.place();
		findings.add(AwsFinding.fine("Account",
				"AWS lets us into account " + place.accountId() + " in " + place.region() + "."));
		if (connection.withKey()) {
			findings.add(AwsFinding.unknown("Way in", "The connection works with a long-lived access key.",
					"Change to a role on the page Connections."));
		}
		findings.addAll(told("Permissions", () -> new PermissionLook(clients, connection).look(needs)));
		Limits limits = new Limits(clients);
		findings.addAll(told("Networks", () -> List.of(limits.networks())));
		findings.addAll(told("Public addresses", () -> List.of(limits.addresses())));
		findings.addAll(told("NAT gateways", () -> List.of(limits.gateways())));
		findings.addAll(told("Database servers", () -> List.of(limits.databases())));
		findings.addAll(told("Environments", () -> List.of(limits.environments())));
		Offers offers = new Offers(clients);
		findings.addAll(told("Machines", () -> List.of(offers.machines(needs))));
		findings.addAll(told("Database class", () -> List.of(offers.database(needs))));
		findings.addAll(told("Platform", () -> List.of(offers.platform(needs))));
		Clashes clashes = new Clashes(clients);
		findings.addAll(told("Stacks", () -> List.of(clashes.stacks(needs))));
		findings.addAll(told("Environment name", () -> List.of(clashes.environment(needs))));
		findings.addAll(told("Roles of services", () -> List.of(clashes.serviceRoles())));
		return findings;
	}

	private static List<AwsFinding> told(String topic, Supplier<List<AwsFinding>> look) {
		try {
			return look.get();
		}
		catch (OutsideProblem ex) {
			return List.of(AwsFinding.unknown(topic, "AWS did not tell.", ex.getMessage()));
		}
	}

}
