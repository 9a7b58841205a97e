package io.shiplift.connection;

import java.util.List;

import io.shiplift.aws.AwsEntrance;
import io.shiplift.credentials.AwsConnection;
import io.shiplift.credentials.AwsConnection.Place;
import io.shiplift.credentials.AwsConnection.Tested;
import io.shiplift.credentials.AwsConnectionStore;
import io.shiplift.credentials.ConnectionUsers;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalKind;
import io.shiplift.journal.Subject;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins connections to AWS, lets none count before its role or key was tried, and writes
 * down who did what. Every call names the member, and a connection of another team is not
 * found.
 */
@Component
public class AwsConnections {

	private final AwsConnectionStore store;

	private final AwsEntrance entrance;

	private final ConnectionUsers users;

	private final Journal journal;

	AwsConnections(AwsConnectionStore store, AwsEntrance entrance, ConnectionUsers users, Journal journal) {
		this.store = store;
		this.entrance = entrance;
		this.users = users;
		this.journal = journal;
	}

	public List<AwsConnection> of(Member member) {
		return this.store.of(member.teamId());
	}

	public AwsConnection find(String id, Member member) {
		return this.store.find(member.teamId(), id).orElseThrow(() -> new NotFound("connection"));
	}

	/** Who this installation is to AWS. */
	public AwsEntrance.Caller caller(AwsConnection connection) {
		return this.entrance.caller(connection.place().region());
	}

	/** Names of the migrations that work with it. */
	public List<String> users(AwsConnection connection) {
		return this.users.ofAws(connection.id());
	}

	/** Begins one; it waits for its role. */
	@Transactional
	public String begin(String name, Place place, Member member) {
		HerokuConnections.require(member);
		String id = this.store.begin(member.teamId(), name, place, member.userId());
		journal(member, "AWS connection " + name + " begun for account " + place.accountId() + " in " + place.region());
		return id;
	}

	/**
	 * Tries a role and lets the connection work with it.
	 * @throws OutsideProblem if the role is not what it should be; nothing changes then
	 */
	public void role(AwsConnection connection, String roleArn, Member member) {
		HerokuConnections.require(member);
		String principal = this.entrance.byRole(connection, roleArn);
		this.store.role(connection, roleArn, tested(principal));
		journal(member, "AWS connection " + connection.name() + " works with the role " + roleArn);
	}

	/**
	 * Tries an access key and lets the connection work with it, in spite of the advice.
	 * @throws OutsideProblem if the key is not what it should be; nothing changes then
	 */
	public void key(AwsConnection connection, String keyId, String secret, Member member) {
		HerokuConnections.require(member);
		String principal = this.entrance.byKey(connection, keyId, secret);
		this.store.key(connection, keyId, secret, tested(principal));
		journal(member, "AWS connection " + connection.name() + " works with the long-lived access key " + keyId
				+ " of " + principal + ", against the advice");
	}

	/** Tests it again and keeps what came out; answers the problem, or an empty text. */
	public String again(String id, Member member) {
		HerokuConnections.require(member);
		AwsConnection connection = find(id, member);
		if (connection.begun()) {
			return "";
		}
		Tested tested;
		try {
			tested = tested(connection.withKey()
					? this.entrance.byKey(connection, connection.keyId(), this.store.secretKey(connection))
					: this.entrance.byRole(connection, connection.roleArn()));
		}
		catch (OutsideProblem ex) {
			tested = new Tested(connection.tested().principal(), ex.getMessage(), null);
		}
		this.store.tested(connection, tested);
		journal(member, "AWS connection " + connection.name() + " tested: "
				+ (tested.problem().isEmpty() ? "it leads to " + tested.principal() : tested.problem()));
		return tested.problem();
	}

	/**
	 * Removes it.
	 * @throws StillUsed if a migration works with it
	 */
	@Transactional
	public void remove(String id, Member member) {
		HerokuConnections.require(member);
		AwsConnection connection = find(id, member);
		List<String> using = users(connection);
		if (!using.isEmpty()) {
			throw new StillUsed(using);
		}
		this.store.remove(connection);
		journal(member, "AWS connection " + connection.name() + " removed");
	}

	private static Tested tested(String principal) {
		return new Tested(principal, "", null);
	}

	private void journal(Member member, String text) {
		this.journal.write(JournalKind.CONNECTION, Subject.team(member.teamId()), member.name(), text);
	}

	/** Migrations work with the connection that somebody wants to remove. */
	public static final class StillUsed extends RuntimeException {

		private static final long serialVersionUID = 1L;

		StillUsed(List<String> migrations) {
			super("It cannot be removed while these migrations work with it: " + String.join(", ", migrations)
					+ ". Let them use another connection first.");
		}

	}

}
