package io.shiplift.migration.web;

import java.util.ArrayList;
import java.util.List;

import io.shiplift.credentials.AwsConnection;
import io.shiplift.credentials.AwsConnectionStore;
import io.shiplift.credentials.TeamConnections;
import io.shiplift.migration.Migration;
import io.shiplift.security.Member;

import org.springframework.stereotype.Component;

/**
 * What a migration can work with: the practice world, or accounts of the team.
 */
@Component
class ConnectionChoices {

	private final TeamConnections connections;

	private final AwsConnectionStore accounts;

	ConnectionChoices(TeamConnections connections, AwsConnectionStore accounts) {
		this.connections = connections;
		this.accounts = accounts;
	}

	List<Choice> of(Member member) {
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice(MigrationForm.PRACTICE, "The practice world",
				"A scripted Heroku and AWS with a real database. Nothing in any cloud is touched."));
		this.connections.of(member.teamId())
			.forEach((one) -> choices.add(new Choice(one.id(), one.name(),
					"Heroku as " + one.tested().email() + ". It is only read until a cutover is approved.")));
		return choices;
	}

	/** What the connection of a migration is called; empty for practice. */
	String name(Migration migration, Member member) {
		String id = migration.connectionId();
		return (id != null) ? this.connections.find(member.teamId(), id)
			.map(TeamConnections.TeamConnection::name)
			.orElse("a connection that was removed") : "";
	}

	/** The AWS accounts to build in; nothing but the empty choice if there is none. */
	List<Choice> ofAws(Member member) {
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice("", "None yet", "You can plan, price and freeze without one."));
		this.accounts.of(member.teamId())
			.stream()
			.filter((one) -> !one.begun())
			.forEach((one) -> choices.add(new Choice(one.id(), one.name(), hint(one))));
		return choices;
	}

	private static String hint(AwsConnection one) {
		return place(one) + (one.withKey() ? ", with a long-lived access key" : "")
				+ (one.tested().problem().isEmpty() ? "." : ". The last test failed.");
	}

	private static String place(AwsConnection one) {
		return "Account " + one.place().accountId() + " in " + one.place().region();
	}

	/** The AWS account of a migration in words; empty if none is chosen. */
	String account(Migration migration, Member member) {
		String id = migration.awsConnectionId();
		return (id != null) ? this.accounts.find(member.teamId(), id)
			.map((one) -> one.name() + " (account " + one.place().accountId() + ", " + one.place().region() + ")")
			.orElse("a connection that was removed") : "";
	}

	/** One to choose. */
	record Choice(String value, String title, String hint) {

	}

}
