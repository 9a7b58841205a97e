package io.shiplift.connection;

import java.util.List;
import java.util.Set;

import io.shiplift.credentials.TeamConnections;
import io.shiplift.credentials.TeamConnections.TeamConnection;
import io.shiplift.credentials.TeamConnections.Tested;
import io.shiplift.heroku.Heroku;
import io.shiplift.heroku.HerokuTokens;
import io.shiplift.heroku.Herokus;
import io.shiplift.journal.Journal;
import io.shiplift.journal.JournalKind;
import io.shiplift.journal.Subject;
import io.shiplift.outside.OutsideProblem;
import io.shiplift.security.Member;
import io.shiplift.security.NotFound;
import io.shiplift.security.Role;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tests tokens before they are kept, and writes down who did what with a connection.
 * Every call names the member, and a connection of another team is not found.
 */
@Component
public class HerokuConnections {

	/** With one of these config vars can be read. */
	private static final Set<String> ENOUGH = Set.of("global", "read-protected", "write-protected");

	private final TeamConnections connections;

	private final HerokuTokens tokens;

	private final Herokus herokus;

	private final Journal journal;

	HerokuConnections(TeamConnections connections, HerokuTokens tokens, Herokus herokus, Journal journal) {
		this.connections = connections;
		this.tokens = tokens;
		this.herokus = herokus;
		this.journal = journal;
	}

	public List<TeamConnection> of(Member member) {
		return this.connections.of(member.teamId());
	}

	public TeamConnection find(String id, Member member) {
		return this.connections.find(member.teamId(), id).orElseThrow(() -> new NotFound("connection"));
	}

	/** Refuses with 403 unless the person may set up connections. */
	public static void require(Member member) {
		if (!member.is(Role.ADMIN)) {
			member.require(Role.OPERATOR);
		}
	}

	/**
	 * Asks Heroku whose token it is.
	 * @throws OutsideProblem if the token is no good, or nobody answers
	 */
	public Tested test(String token) {
		return judge(this.tokens.open(token).account());
	}

	/** Keeps a token that was tested. */
	@Transactional
	public String add(String name, String token, Tested tested, Member member) {
		require(member);
		String id = this.connections.add(member.teamId(), name, token, tested, member.userId());
		journal(member, "Heroku connection " + name + " added: " + words(tested));
		return id;
	}

	/** Tests a connection again and keeps what came out. */
	public Tested again(String id, Member member) {
		require(member);
		TeamConnection connection = find(id, member);
		Tested tested;
		try {
			tested = judge(this.herokus.open(connection.connection()).account());
		}
		catch (OutsideProblem ex) {
			tested = new Tested(connection.tested().email(), connection.tested().scopes(), -1, ex.getMessage());
		}
		this.connections.tested(connection, tested);
		journal(member, "Heroku connection " + connection.name() + " tested: " + words(tested));
		return tested;
	}

	/** Puts another token in the place of the old one. */
	@Transactional
	public void replace(String id, String token, Tested tested, Member member) {
		require(member);
		TeamConnection connection = find(id, member);
		this.connections.replace(connection, token, tested);
		journal(member, "Token of the Heroku connection " + connection.name() + " replaced: " + words(tested));
	}

	@Transactional
	public void remove(String id, Member member) {
		require(member);
		TeamConnection connection = find(id, member);
		this.connections.remove(connection);
		journal(member, "Heroku connection " + connection.name() + " removed with its token");
	}

	private static Tested judge(Heroku.Account account) {
		String problem = account.blocked().isEmpty() ? "" : "The account is " + account.blocked() + ". ";
		if (!account.scopes().isEmpty() && account.scopes().stream().noneMatch(ENOUGH::contains)) {
			problem += "The token may only do " + String.join(", ", account.scopes())
					+ ", so config vars cannot be read. Make one with the scope global.";
		}
		return new Tested(account.email(), String.join(", ", account.scopes()), account.requestsLeft(),
				problem.strip());
	}

	private static String words(Tested tested) {
		return tested.problem().isEmpty() ? "it belongs to " + tested.email() + " and may do "
				+ (tested.scopes().isEmpty() ? "what its owner may" : tested.scopes()) : tested.problem();
	}

	private void journal(Member member, String text) {
		this.journal.write(JournalKind.CONNECTION, Subject.team(member.teamId()), member.name(), text);
	}

}
