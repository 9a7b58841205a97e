package io.shiplift.migration.web;

import io.shiplift.security.Member;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes members of the rows that tests sign in with.
 */
final class Enrolment {

	private Enrolment() {
	}

	static void of(JdbcClient jdbc, Member member) {
		if (jdbc.sql("select count(*) from team where id = ?").param(member.teamId()).query(Long.class).single() == 0) {
			jdbc.sql("insert into team (id, name, created_at) values (?, ?, current_timestamp)")
				.params(member.teamId(), member.teamName())
				.update();
		}
		jdbc.sql(
				"insert into person (id, email, name, disabled, created_at) values (?, ?, ?, false, current_timestamp)")
			.params(member.userId(), member.name() + "@example.com", member.name())
			.update();
		jdbc.sql("insert into membership (id, team_id, person_id) values (?, ?, ?)")
			.params(member.userId(), member.teamId(), member.userId())
			.update();
		member.roles()
			.forEach((role) -> jdbc.sql("insert into membership_role (membership_id, role) values (?, ?)")
				.params(member.userId(), role.name())
				.update());
	}

}
