package io.shiplift.security.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.shiplift.security.Member;
import io.shiplift.security.Role;
import io.shiplift.security.people.PutOut;
import io.shiplift.security.people.Token;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is signed in, in a table: it survives a restart, serves every node, and a person
 * who was disabled or lost a role feels it at the next request.
 */
@Component
@Transactional
public class SignIns {

	static final Duration IDLE = Duration.ofHours(8);

	static final Duration LONGEST = Duration.ofHours(24);

	private static final Duration FRESH = Duration.ofMinutes(1);

	private static final String LOOK = """
			select s.seen_at, p.id, p.name, t.id as team_id, t.name as team_name, r.role
			from sign_in s join person p on p.id = s.person_id join team t on t.id = s.team_id
			join membership m on m.person_id = s.person_id and m.team_id = s.team_id
			join membership_role r on r.membership_id = m.id
			where s.token_hash = ? and s.seen_at > ? and s.created_at > ? and p.disabled = false""";

	private final JdbcClient jdbc;

	private final Clock clock;

	SignIns(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Signs a person in for a team; old entries of anybody are swept out on the way. */
	public Token begin(long personId, long teamId) {
		Instant now = this.clock.instant();
		this.jdbc.sql("delete from sign_in where seen_at <= ? or created_at <= ?")
			.params(Timestamp.from(now.minus(IDLE)), Timestamp.from(now.minus(LONGEST)))
			.update();
		Token token = Token.random();
		this.jdbc
			.sql("insert into sign_in (token_hash, person_id, team_id, created_at, seen_at) values (?, ?, ?, ?, ?)")
			.params(token.hash(), personId, teamId, Timestamp.from(now), Timestamp.from(now))
			.update();
		return token;
	}

	/** The person behind a token as they stand now, with one query. */
	public Optional<Member> look(Token token) {
		Instant now = this.clock.instant();
		List<Row> rows = this.jdbc.sql(LOOK)
			.params(token.hash(), Timestamp.from(now.minus(IDLE)), Timestamp.from(now.minus(LONGEST)))
			.query((row, number) -> new Row(
					new Member(row.getLong("id"), row.getString("name"), row.getLong("team_id"),
							row.getString("team_name"), Set.of(Role.valueOf(row.getString("role")))),
					row.getTimestamp("seen_at").toInstant()))
			.list();
		if (rows.isEmpty()) {
			return Optional.empty();
		}
		if (rows.getFirst().seenAt().plus(FRESH).isBefore(now)) {
			this.jdbc.sql("update sign_in set seen_at = ? where token_hash = ?")
				.params(Timestamp.from(now), token.hash())
				.update();
		}
		return Optional.of(merged(rows));
	}

	/** Goes on for another team. */
	public void switchTeam(Token token, long teamId) {
		this.jdbc.sql("update sign_in set team_id = ? where token_hash = ?").params(teamId, token.hash()).update();
	}

	public void end(Token token) {
		this.jdbc.sql("delete from sign_in where token_hash = ?").param(token.hash()).update();
	}

	/** Signs a person out everywhere. */
	public void endAll(long personId) {
		this.jdbc.sql("delete from sign_in where person_id = ?").param(personId).update();
	}

	@EventListener
	public void end(PutOut person) {
		endAll(person.personId());
	}

	private static Member merged(List<Row> rows) {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		rows.forEach((row) -> roles.addAll(row.member().roles()));
		Member first = rows.getFirst().member();
		return new Member(first.userId(), first.name(), first.teamId(), first.teamName(), Set.copyOf(roles));
	}

	/**
	 * One role of the person behind a token.
	 */
	private record Row(Member member, Instant seenAt) {
	}

}
