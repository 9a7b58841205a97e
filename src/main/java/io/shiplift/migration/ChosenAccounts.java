package io.shiplift.migration;

import java.util.Objects;

import io.shiplift.credentials.AwsConnection;
import io.shiplift.credentials.AwsConnectionStore;
import io.shiplift.credentials.TeamConnections;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Looks whether chosen connections are the team's and may be used, and says what they are
 * called.
 */
@Component
class ChosenAccounts {

	private final TeamConnections herokus;

	private final AwsConnectionStore accounts;

	ChosenAccounts(TeamConnections herokus, AwsConnectionStore accounts) {
		this.herokus = herokus;
		this.accounts = accounts;
	}

	/** In words for the journal. */
	String words(AccountChoice choice, Member member) {
		String heroku = choice.heroku();
		if (heroku == null) {
			return "the practice world";
		}
		String aws = choice.aws();
		String name = this.herokus.find(member.teamId(), heroku).orElseThrow(() -> new NotFound("connection")).name();
		return "the Heroku connection " + name + ((aws != null) ? " and " + words(finished(aws, member)) : "");
	}

	/**
	 * Refuses another account once a run may have built something in the one before.
	 * @param begun whether there was a run
	 */
	void refuseMove(Migration migration, AccountChoice choice, boolean begun, Member member) {
		String before = migration.awsConnectionId();
		if (!begun || before == null || Objects.equals(before, choice.aws())) {
			return;
		}
		AwsConnection.Place place = this.accounts.find(member.teamId(), before).map(AwsConnection::place).orElse(null);
		String next = choice.aws();
		if (place == null || next == null || !finished(next, member).place().equals(place)) {
			throw new NotNow("Runs of this migration worked in another account or region"
					+ ((place != null) ? ", " + place.accountId() + " in " + place.region() : "")
					+ ". What they built can only be found and removed from there. Start another migration instead.");
		}
	}

	/** What every run has to say about the way it goes in; empty if there is nothing. */
	String warning(@Nullable String aws, long teamId) {
		return (aws != null) ? this.accounts.find(teamId, aws)
			.filter(AwsConnection::withKey)
			.map((connection) -> "Works with the long-lived access key " + connection.keyId() + " of the connection "
					+ connection.name() + ". Change to a role, and delete the key when the move is over.")
			.orElse("") : "";
	}

	private AwsConnection finished(String id, Member member) {
		AwsConnection connection = this.accounts.find(member.teamId(), id)
			.orElseThrow(() -> new NotFound("connection"));
		if (connection.begun()) {
			throw new NotNow("The AWS connection " + connection.name() + " waits for its role. Finish it first.");
		}
		return connection;
	}

	private static String words(AwsConnection connection) {
		return "the AWS connection " + connection.name() + " (account " + connection.place().accountId() + ", "
				+ connection.place().region() + ")";
	}

}
