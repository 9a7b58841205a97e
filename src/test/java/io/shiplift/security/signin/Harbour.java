package io.shiplift.security.signin;

import java.util.Set;

import io.shiplift.security.Member;
import io.shiplift.security.Role;
import io.shiplift.security.people.Accounts;
import io.shiplift.security.people.Email;
import io.shiplift.security.people.Person;
import io.shiplift.security.people.TeamPeople;
import io.shiplift.security.people.Teams;
import io.shiplift.security.people.Token;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A fresh town of people for a test: Ann, who was there first, and whoever she asks in.
 */
@TestComponent
class Harbour {

	static final String PASSWORD = "quiet harbour lamp";

	private final JdbcClient jdbc;

	private final Setup setup;

	private final Accounts accounts;

	private final Teams teams;

	private final TeamPeople people;

	Harbour(JdbcClient jdbc, Setup setup, Accounts accounts, Teams teams, TeamPeople people) {
		this.jdbc = jdbc;
		this.setup = setup;
		this.accounts = accounts;
		this.teams = teams;
		this.people = people;
	}

	void empty() {
		for (String table : new String[] { "sign_in", "one_time_link", "membership_role", "membership" }) {
			this.jdbc.sql("delete from " + table).update();
		}
		this.jdbc.sql("delete from person").update();
		this.jdbc.sql("delete from team").update();
		this.jdbc.sql("update setup set token_hash = null, expires_at = null, done_at = null").update();
	}

	/** Empties everything and lets Ann be the first admin, of team Harbour. */
	Member ann() {
		empty();
		Person ann = this.setup.complete(this.setup.open(), email("ann"), "Ann Bell", "Harbour", PASSWORD);
		return member(ann.id());
	}

	/** Somebody who joined a team by invitation. */
	Member joined(Member by, String name, Role... roles) {
		Token token = this.people.invite(by, email(name), name, Set.of(roles)).orElseThrow();
		Person person = this.accounts.join(token, name, PASSWORD);
		return member(person.id());
	}

	/** Somebody who made a team of their own. */
	Member stranger(Member by, String name) {
		Member member = joined(by, name, Role.ADMIN);
		long own = this.teams.create(member, "Team of " + name).id();
		this.people.remove(by, member.userId());
		this.teams.switchTo(member.userId(), own);
		return member(member.userId());
	}

	Member member(long personId) {
		var team = this.teams.toWorkFor(personId).orElseThrow();
		return new Member(personId, this.accounts.byId(personId).orElseThrow().name(), team.id(), team.name(),
				this.teams.roles(personId, team.id()));
	}

	int count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Integer.class).single();
	}

	static Email email(String name) {
		return Email.of(name + "@example.org").orElseThrow();
	}

}
