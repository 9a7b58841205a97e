package io.shiplift.migration.web;

import java.util.ArrayList;
import java.util.List;

import io.shiplift.credentials.TeamConnections;
import io.shiplift.migration.Migration;
import io.shiplift.security.Member;

import org.springframework.stereotype.Component;

/**
 * What a migration can work with: the practice world, or a Heroku account of the team.
 */
@Component
class ConnectionChoices {

	private final TeamConnections connections;

	ConnectionChoices(TeamConnections connections) {
		this.connections = connections;
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

	/** One to choose. */
	record Choice(String value, String title, String hint) {

	}

}
